package org.caravansms.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Source;

/** The first step of {@code direct:send} and {@code sms-submit}: reads the messages of a request, and finds its user. */
public final class ReadSend {

    /** The header, in a batch the property, that names the user whose limits, senders and inbox apply. */
    public static final String USER = MessageProperties.USER;

    /** The property of a request in a batch whose messages were counted for the user's limit before. */
    public static final String COUNTED = "SmsCounted";

    private final PublicMessages messages;
    private final Function<String, Optional<User>> users;
    private final String usualUser;
    private final Consumer<Fault> refused;

    /**
     * @param maxMessages how many messages a request may have
     * @param users finds a user by name
     * @param usualUser the user of a request that names none, the setting {@code sms.send.user}
     * @param refused counts the requests of {@code direct:send} that cannot be read
     */
    public ReadSend(
            int maxMessages, Function<String, Optional<User>> users, String usualUser, Consumer<Fault> refused) {
        this.messages = new PublicMessages(maxMessages);
        this.users = users;
        this.usualUser = usualUser;
        this.refused = refused;
    }

    /**
     * @param exchange its body is JSON as text or UTF-8 octets, a Map, or a List of Maps
     * @throws ApiException when none of it can be read, or there is no such user
     */
    public List<MessageRequest> read(Exchange exchange, @Header(USER) String user) {
        try {
            return read(document(exchange), user, Source.EXTENSION, 0);
        } catch (ApiException unreadable) {
            refused.accept(unreadable.fault());
            throw unreadable;
        }
    }

    /**
     * As {@link #read}, for a message that came in another way.
     *
     * @throws ApiException when none of it can be read, or there is no such user
     */
    public List<MessageRequest> readAs(
            Exchange exchange, @Header(USER) String user, @Variable("source") Source source) {
        return read(document(exchange), user, source, 0);
    }

    /**
     * All requests of a batch. One that cannot be read gets an {@link ApiException}, and takes no other with it.
     *
     * @param requests each with its document as the body, and the user in the property {@link #USER}
     * @param source how they came
     */
    public List<MessageRequest> readAll(@Body List<Exchange> requests, @Variable("source") Source source) {
        List<MessageRequest> all = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Exchange request = requests.get(i);
            try {
                if (request.getException() == null) {
                    SendRequest send = new SendRequest(user(request), source, i);
                    all.addAll(messages.read(send, request.getMessage().getBody()));
                }
            } catch (ApiException unreadable) {
                request.setException(unreadable);
            }
        }
        return all;
    }

    private static Object document(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        boolean isRead = body instanceof Map || body instanceof Collection || body instanceof String;
        return isRead ? body : exchange.getMessage().getBody(byte[].class);
    }

    private User user(Exchange request) {
        User user = user(request.getProperty(USER, String.class));
        return request.getProperty(COUNTED, false, Boolean.class) ? user.withoutLimit() : user;
    }

    List<MessageRequest> read(Object document, String user, Source source, int number) {
        return messages.read(new SendRequest(user(user), source, number), document);
    }

    private User user(String named) {
        String name = named == null || named.isBlank() ? usualUser : named;
        return users.apply(name)
                .filter(User::enabled)
                .orElseThrow(() -> new ApiException(
                        Fault.INVALID_LOGIN,
                        "There is no user " + name + " who may send: bin/caravan user list shows the users."));
    }
}
