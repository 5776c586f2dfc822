package org.caravansms.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Records the PDUs of a batch before they are answered; called by several connections at the same time. */
interface Journal extends Closeable {
    /** PDUs, and the {@linkplain Exchange#unsent responses that do not leave any more}. */
    void write(List<Exchange> exchanges) throws IOException;

    /** Records deliveries that are about to be given to the socket of their session. */
    default void delivering(List<SentDelivery> deliveries) throws IOException {}

    @Override
    default void close() throws IOException {}
}
