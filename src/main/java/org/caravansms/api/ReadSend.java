package org.caravansms.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.caravansms.message.Fault;

/** The first step of {@code direct:send}: reads the messages that a route wrote, and finds their user. */
public final class ReadSend {

    /** The header that names the user whose limits, senders and inbox apply. */
    public static final String USER = "SmsUser";

    private final PublicMessages messages;
    private final Function<String, Optional<User>> users;
    private final String usualUser;

    /**
     * @param maxMessages how many messages a request may have
     * @param users finds a user by name
     * @param usualUser the user of a request that names none, the setting {@code sms.send.user}
     */
    public ReadSend(int maxMessages, Function<String, Optional<User>> users, String usualUser) {
        this.messages = new PublicMessages(maxMessages);
        this.users = users;
        this.usualUser = usualUser;
    }

    /**
     * @param exchange its body is JSON as text or UTF-8 octets, a Map, or a List of Maps
     * @throws ApiException when none of it can be read, or there is no such user
     */
    public List<MessageRequest> read(Exchange exchange, @Header(USER) String user) {
        return read(document(exchange), user, 0);
    }

    private static Object document(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        boolean isRead = body instanceof Map || body instanceof Collection || body instanceof String;
        return isRead ? body : exchange.getMessage().getBody(byte[].class);
    }

    List<MessageRequest> read(Object document, String user, int number) {
        return messages.read(new SendRequest(user(user), number), document);
    }

    private User user(String named) {
        String name = named == null || named.isBlank() ? usualUser : named;
        return users.apply(name)
                .filter(User::enabled)
                .orElseThrow(() -> new ApiException(
                        Fault.INVALID_LOGIN,
                        "There is no user " + name + " who may send: see config/users.properties."));
    }
}
