package org.caravansms.broker.access;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ActiveMQExceptionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ActiveMQExceptionMessage_V2;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendContinuationMessage;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Artemis's own client sends a large message in pieces, of which the broker makes a file before anything is checked. From
 * other programs they are dropped, and the last one is answered with the reason.
 */
final class RefuseLargeMessages implements Interceptor {

    private final Set<Sender> refused = ConcurrentHashMap.newKeySet();

    private record Sender(Object connection, long channel) {}

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        return switch (packet.getType()) {
            case PacketImpl.SESS_SEND_LARGE -> begins(packet, connection);
            case PacketImpl.SESS_SEND_CONTINUATION -> continues((SessionSendContinuationMessage) packet, connection);
            default -> true;
        };
    }

    private boolean begins(Packet packet, RemotingConnection connection) {
        if (connection.getTransportConnection() instanceof InVMConnection) {
            return true;
        }
        refused.add(sender(packet, connection));
        return false;
    }

    private boolean continues(SessionSendContinuationMessage piece, RemotingConnection connection) {
        Sender sender = sender(piece, connection);
        if (!refused.contains(sender)) {
            return true;
        }
        if (!piece.isContinues()) {
            refused.remove(sender);
            answer(piece, (CoreRemotingConnection) connection);
        }
        return false;
    }

    private static void answer(Packet last, CoreRemotingConnection connection) {
        if (last.isRequiresResponse()) {
            ActiveMQException reason = new RefusedMessageException("it comes in pieces: send less at a time, or set"
                    + " minLargeMessageSize in the address of the broker to more than its size");
            connection
                    .getChannel(last.getChannelID(), -1)
                    .send(
                            last.isResponseAsync()
                                    ? new ActiveMQExceptionMessage_V2(last.getCorrelationID(), reason)
                                    : new ActiveMQExceptionMessage(reason));
        }
    }

    private static Sender sender(Packet packet, RemotingConnection connection) {
        return new Sender(connection.getID(), packet.getChannelID());
    }
}
