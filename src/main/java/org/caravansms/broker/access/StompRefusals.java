package org.caravansms.broker.access;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.stomp.Stomp;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrame;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrameInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Writes the reason of a refusal into the ERROR frame that answers it, from which Artemis leaves it out. */
final class StompRefusals implements StompFrameInterceptor {

    private final Map<Object, String> reasons = new ConcurrentHashMap<>();

    /** The next frame to a STOMP connection is the answer. */
    void add(RemotingConnection connection, String reason) {
        if (connection instanceof StompConnection) {
            reasons.put(connection.getID(), reason);
        }
    }

    @Override
    public boolean intercept(StompFrame frame, RemotingConnection connection) {
        String reason = reasons.remove(connection.getID());
        if (reason != null && frame.getCommand().equals(Stomp.Responses.ERROR)) {
            frame.addHeader(Stomp.Headers.Error.MESSAGE, reason);
            frame.addHeader(Stomp.Headers.CONTENT_TYPE, "text/plain");
            frame.setByteBody(reason.getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }
}
