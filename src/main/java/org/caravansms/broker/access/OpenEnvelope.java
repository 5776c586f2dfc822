package org.caravansms.broker.access;

import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.caravansms.jms.PackedMessages;
import org.caravansms.message.MessageProperties;

/** Requests that become one message on {@code sms.submit}. */
final class OpenEnvelope {

    /** About 130 requests of AMQP clients. */
    private static final int FULL_OCTETS = 90_000;

    private final List<ICoreMessage> requests = new ArrayList<>();
    private int octets;

    boolean isEmpty() {
        return requests.isEmpty();
    }

    boolean hasRoomFor(ICoreMessage request) {
        return requests.isEmpty() || octets + request.getEncodeSize() <= FULL_OCTETS;
    }

    void add(ICoreMessage request) {
        requests.add(request);
        octets += request.getEncodeSize();
    }

    /** @return the envelope, or the request that is alone */
    ICoreMessage close(ActiveMQServer server) {
        if (requests.size() == 1) {
            return requests.get(0);
        }
        ICoreMessage envelope =
                PackedMessages.pack(requests, server.getStorageManager().generateID(), MessageProperties.REQUESTS);
        envelope.setAddress(SimpleString.of(ClientNames.SUBMIT));
        return envelope;
    }
}
