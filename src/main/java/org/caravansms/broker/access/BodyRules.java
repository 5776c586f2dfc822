package org.caravansms.broker.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.reader.TextMessageUtil;

/**
 * The bodies that a client may send: text, or bytes that are text in UTF-8.
 *
 * @param mostKilobytes of a message with all its properties, as the broker stores it
 */
record BodyRules(int mostKilobytes) {

    private static final String UTF_8 = "its body is not text in UTF-8";

    /** Artemis's name for that of an AMQP message. */
    private static final String CONTENT_ENCODING = "JMS_AMQP_ContentEncoding";

    /** A decoder puts it in the place of octets that are no text. */
    private static final char REPLACEMENT = '\uFFFD';

    int mostBytes() {
        return mostKilobytes * 1024;
    }

    /** The broker stores a text of STOMP with two octets a character. */
    BodyRules ofStomp() {
        return new BodyRules(Math.max(1, mostKilobytes / 2));
    }

    String tooLarge() {
        return "it has more than " + mostKilobytes + " kB, the most by sms.broker.max-message-kilobytes";
    }

    /** @return the message in the broker's own form */
    ICoreMessage check(Message message) throws RefusedMessageException {
        if (message.isLargeMessage() || message.getEncodeSize() > mostBytes()) {
            throw new RefusedMessageException(tooLarge());
        }
        try {
            ICoreMessage own = message.toCore();
            checkText(own);
            return own;
        } catch (RuntimeException e) {
            throw new RefusedMessageException("it cannot be read");
        }
    }

    private static void checkText(ICoreMessage message) throws RefusedMessageException {
        if (message.containsProperty(CONTENT_ENCODING)) {
            throw new RefusedMessageException("its body must not be compressed");
        }
        ActiveMQBuffer body = message.getReadOnlyBodyBuffer();
        switch (message.getType()) {
            case Message.TEXT_TYPE -> requireText(TextMessageUtil.readBodyText(body));
            case Message.BYTES_TYPE -> requireText(body);
            case Message.OBJECT_TYPE ->
                throw new RefusedMessageException("a serialized object is never read: send text");
            default -> throw new RefusedMessageException("its body is neither text nor bytes");
        }
    }

    private static void requireText(SimpleString body) throws RefusedMessageException {
        if (body == null || body.toString().indexOf(REPLACEMENT) >= 0) {
            throw new RefusedMessageException(body == null ? "it has no body" : UTF_8);
        }
    }

    private static void requireText(ActiveMQBuffer body) throws RefusedMessageException {
        byte[] octets = new byte[body.readableBytes()];
        body.readBytes(octets);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
        } catch (CharacterCodingException e) {
            throw new RefusedMessageException(UTF_8);
        }
    }
}
