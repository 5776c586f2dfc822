package org.caravansms.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.message.MessageProperties;

/**
 * The first step of {@code sms-submit}: the text or the octets of each JMS message become the body of its exchange, and
 * its user a property. A message of another kind gets an exception, and takes no other with it.
 */
public final class SubmitRequests {

    public List<Exchange> read(@Body List<Exchange> batch) {
        batch.forEach(SubmitRequests::read);
        return batch;
    }

    /** The user by the exact name of the JMS property: the names of Camel's headers have no case. */
    private static void read(Exchange request) {
        Message message = request.getProperty(JmsBatchEndpoint.RECEIVED, Message.class);
        try {
            request.getMessage().setBody(content(message));
            request.setProperty(MessageProperties.USER, message.getStringProperty(MessageProperties.USER));
        } catch (UnreadableMessageException e) {
            request.setException(e);
        } catch (JMSException | RuntimeException e) {
            request.setException(new UnreadableMessageException("its content cannot be read"));
        }
    }

    private static Object content(Message message) throws JMSException {
        if (message instanceof TextMessage text && text.getText() != null) {
            return text.getText();
        } else if (message instanceof BytesMessage bytes) {
            byte[] octets = new byte[(int) bytes.getBodyLength()];
            bytes.reset();
            bytes.readBytes(octets);
            return octets;
        }
        throw new UnreadableMessageException("it is neither a text message nor a bytes message");
    }
}
