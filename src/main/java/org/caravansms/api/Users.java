package org.caravansms.api;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The users in {@code config/users.properties}: {@code <name>.password}, {@code .originator}, {@code .loopback-only}. */
public final class Users {

    private static final Set<String> KNOWN = Set.of("password", "originator", "loopback-only");
    private final Map<String, User> byName;

    private Users(Map<String, User> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** @throws IllegalArgumentException naming the key that is unknown or missing */
    public static Users in(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        lines.stringPropertyNames().forEach(key -> requireKnown(file, key));
        return new Users(lines.stringPropertyNames().stream()
                .map(Users::name)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> user(file, name, lines), (a, b) -> a, HashMap::new)));
    }

    public Optional<User> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @return the names of those who may log in from this machine only */
    public Set<String> loopbackOnly() {
        return byName.values().stream()
                .filter(User::loopbackOnly)
                .map(User::name)
                .collect(Collectors.toSet());
    }

    private static User user(Path file, String name, Properties lines) {
        String hash = lines.getProperty(name + ".password", "");
        if (!hash.startsWith("$2")) {
            throw new IllegalArgumentException(file + ": " + name + ".password is not a bcrypt hash");
        }
        return new User(
                name,
                hash,
                lines.getProperty(name + ".originator"),
                Boolean.parseBoolean(lines.getProperty(name + ".loopback-only")));
    }

    private static void requireKnown(Path file, String key) {
        if (key.lastIndexOf('.') < 1 || !KNOWN.contains(key.substring(key.lastIndexOf('.') + 1))) {
            throw new IllegalArgumentException(file + ": unknown key " + key + "; known are <user>." + KNOWN);
        }
    }

    private static String name(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }
}
