package org.caravansms.api.login;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caravansms.api.RateLimit;
import org.caravansms.api.User;
import org.caravansms.api.User.QueueRight;

/** Reads the lines of one user in the users' file. Errors name the file and the key, never a value: it may be a secret. */
final class UserEntry {

    static final Set<String> KEYS = Set.of(
            "password",
            "originator",
            "originators",
            "messages-per-second",
            "burst",
            "enabled",
            "loopback-only",
            "queue",
            "smpp",
            "smpp-password",
            "smpp-binds",
            "smpp-window",
            "smpp-idempotent",
            "reassemble",
            "smpp-addresses");

    private static final Pattern HASH = Pattern.compile("\\$2[abxy]\\$(0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");
    private static final int MOST = 1_000_000;

    private final String file;
    private final String name;
    private final Map<String, String> lines;

    UserEntry(String file, String name, Map<String, String> lines) {
        this.file = file;
        this.name = name;
        this.lines = lines;
    }

    /** @throws IllegalArgumentException naming the key that is missing or wrong */
    User user() {
        return new User(
                name,
                password(),
                originator(),
                originators(),
                limit(),
                isOn("enabled", true),
                isOn("loopback-only", false),
                queue(),
                new SmppEntry(this).access());
    }

    private String password() {
        String hash = hash("password");
        require(hash != null, "password", "is not a bcrypt hash");
        return hash;
    }

    /** @return null where there is none */
    String hash(String key) {
        String hash = value(key);
        require(hash == null || HASH.matcher(hash).matches(), key, "is not a bcrypt hash");
        return hash;
    }

    private String originator() {
        String originator = value("originator");
        require(originator == null || !originator.isEmpty(), "originator", "is empty");
        return originator;
    }

    private List<String> originators() {
        String value = value("originators");
        List<String> originators = value == null
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        require(
                originators.stream().allMatch(each -> each.matches("[^*]+\\*?|\\*")),
                "originators",
                "is not a list of originators with commas between them, where only the last character may be a *");
        return originators;
    }

    private Set<QueueRight> queue() {
        String value = value("queue");
        if (value == null) {
            return Set.of();
        }
        require(
                value.matches("(send|receive)(\\s*,\\s*(send|receive))?"),
                "queue",
                "is not send, receive or send,receive");
        return Arrays.stream(value.split(","))
                .map(right -> QueueRight.valueOf(right.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private RateLimit limit() {
        if (value("messages-per-second") == null) {
            require(value("burst") == null, "burst", "needs " + name + ".messages-per-second");
            return null;
        }
        int messagesPerSecond = number("messages-per-second");
        return new RateLimit(messagesPerSecond, value("burst") == null ? messagesPerSecond : number("burst"));
    }

    private int number(String key) {
        return number(key, MOST);
    }

    int number(String key, int most) {
        String value = value(key);
        boolean isNumber =
                value.matches("[0-9]{1,7}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most;
        require(isNumber, key, "is not a number from 1 to " + most);
        return Integer.parseInt(value);
    }

    boolean isOn(String key, boolean otherwise) {
        String value = value(key);
        require(value == null || value.matches("true|false"), key, "is not true or false");
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    String value(String key) {
        return lines.get(name + "." + key);
    }

    void require(boolean right, String key, String fault) {
        if (!right) {
            throw new IllegalArgumentException(file + ": " + name + "." + key + " " + fault);
        }
    }
}
