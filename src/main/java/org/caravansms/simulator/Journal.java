package org.caravansms.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Records PDUs before they are answered or sent; called by several connections at the same time. */
interface Journal extends Closeable {
    /** PDUs, and the {@linkplain Exchange#unsent responses that do not leave any more}. */
    void write(List<Exchange> exchanges) throws IOException;

    @Override
    default void close() throws IOException {}
}
