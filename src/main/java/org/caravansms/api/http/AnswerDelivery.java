package org.caravansms.api.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.eclipse.jetty.io.EndPoint;

/**
 * Checks whether a client has received its answer, as far as its connection shows. Writing to a connection succeeds after
 * the client has closed it; that shows only in its end of stream, which is there to read.
 */
public final class AnswerDelivery {

    /** Set to true once an answer and its body are written. */
    static final String WRITTEN = "SmsAnswerWritten";

    /** The EndPoint of the client's connection. */
    static final String CONNECTION = "SmsClientConnection";

    /** To be asked before the answer: a client may close its connection after it. */
    public boolean isAwaited(Exchange exchange) {
        return isSilent(channel(exchange.getProperty(CONNECTION, EndPoint.class)));
    }

    /** After the answer: whether it was awaited, is written, and is no refusal. */
    public boolean isWhole(Exchange exchange, @Variable("awaited") boolean awaited) {
        return awaited
                && exchange.getProperty(WRITTEN, false, boolean.class)
                && exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null;
    }

    /** The end point of TLS is above that of the socket. */
    private static SocketChannel channel(EndPoint connection) {
        Object below = connection;
        while (below instanceof EndPoint endPoint) {
            below = endPoint.getTransport();
        }
        return (SocketChannel) below;
    }

    /**
     * A client that sends its next request before the answer counts as gone, and so does one with an unknown state: it
     * may get messages twice, and loses none.
     */
    private static boolean isSilent(SocketChannel channel) {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
