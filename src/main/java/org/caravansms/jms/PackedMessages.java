package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQBytesMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/**
 * Messages inside a bytes message, in their order: each whole, with its properties and ids, in the encoding of Artemis's
 * journal.
 */
public final class PackedMessages {

    private static final int HEADERS = 256;

    private PackedMessages() {}

    /**
     * @param id of the bytes message on the broker
     * @param count the name of its property with their number
     */
    public static ICoreMessage pack(List<ICoreMessage> messages, long id, String count) {
        int octets = messages.stream().mapToInt(ICoreMessage::getEncodeSize).sum();
        CoreMessage packed = new CoreMessage(id, octets + HEADERS);
        packed.setType(ActiveMQBytesMessage.TYPE).setDurable(true).setTimestamp(System.currentTimeMillis());
        packed.setPriority(messages.get(0).getPriority());
        packed.putIntProperty(count, messages.size());
        messages.forEach(message -> message.persist(packed.getBodyBuffer()));
        return packed;
    }

    /**
     * @param packed a bytes message of Artemis
     * @param count the name of its property with their number
     */
    public static List<Message> unpack(Message packed, String count, Session session) throws JMSException {
        List<Message> messages = new ArrayList<>();
        ICoreMessage core = ((ActiveMQBytesMessage) packed).getCoreMessage();
        for (ClientMessageImpl each : unpack(core, count, ClientMessageImpl::new)) {
            messages.add(received(each, (ActiveMQSession) session));
        }
        return messages;
    }

    /** @return the messages in the broker's own form */
    public static List<CoreMessage> unpack(ICoreMessage packed, String count) {
        return unpack(packed, count, CoreMessage::new);
    }

    private static <M extends CoreMessage> List<M> unpack(ICoreMessage packed, String count, Supplier<M> kind) {
        ActiveMQBuffer octets = packed.getReadOnlyBodyBuffer();
        int size = packed.getIntProperty(count);
        List<M> messages = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            M message = kind.get();
            message.reloadPersistence(octets, null);
            messages.add(message);
        }
        return messages;
    }

    private static Message received(ClientMessageImpl core, ActiveMQSession session) throws JMSException {
        ActiveMQMessage message = ActiveMQMessage.createMessage(core, session.getCoreSession());
        return QueueReader.translated(() -> {
            message.doBeforeReceive();
            return message;
        });
    }
}
