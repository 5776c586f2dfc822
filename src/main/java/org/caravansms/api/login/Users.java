package org.caravansms.api.login;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravansms.api.User;

/** The users, as the comment at the top of {@code config/users.properties} explains. Immutable. */
public final class Users {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@-]+");

    private final Map<String, User> byName;
    private final int highestCost;

    private Users(Map<String, User> byName) {
        this.byName = byName;
        this.highestCost = byName.values().stream()
                .flatMap(Users::hashes)
                .mapToInt(HashWork::cost)
                .max()
                .orElse(HashWork.USUAL_COST);
    }

    private static Stream<String> hashes(User user) {
        return user.smpp() == null
                ? Stream.of(user.passwordHash())
                : Stream.of(user.passwordHash(), user.smpp().passwordHash());
    }

    /** @throws IllegalArgumentException naming the file, and the key that is unknown, missing or wrong */
    public static Users in(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The users " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * @param file its name in errors
     * @param text its content
     * @throws IllegalArgumentException naming the key that is unknown, missing or wrong
     */
    public static Users of(String file, String text) {
        Map<String, String> lines = lines(file, text);
        Set<String> names = new TreeSet<>();
        lines.keySet().forEach(key -> names.add(name(file, key)));
        Map<String, User> users = new TreeMap<>();
        names.forEach(name -> users.put(name, new UserEntry(file, name, lines).user()));
        return new Users(users);
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public Optional<User> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @return all users, by name */
    public Collection<User> all() {
        return byName.values();
    }

    /** @return the enabled users who may log in from this machine only */
    public Set<String> loopbackOnly() {
        return byName.values().stream()
                .filter(user -> user.enabled() && user.loopbackOnly())
                .map(User::name)
                .collect(Collectors.toSet());
    }

    /** The cost of the slowest hash: a wrong login costs as much, for any name. */
    int highestCost() {
        return highestCost;
    }

    private static Map<String, String> lines(String file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        Map<String, String> lines = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> lines.put(key, properties.getProperty(key).strip()));
        return lines;
    }

    private static String name(String file, String key) {
        if (!isName(key)) {
            // a key with other characters may be a hash that slipped to a line of its own
            String beginning = key.replaceFirst("(?s)[^\\p{L}\\p{M}\\p{N}._@-].*", "");
            throw new IllegalArgumentException(file + ": the key that begins with \"" + beginning
                    + "\" has a character that no user's name may have: letters, digits and . _ - @ may be in it");
        }
        int dot = key.lastIndexOf('.');
        if (dot < 1 || !UserEntry.KEYS.contains(key.substring(dot + 1))) {
            throw new IllegalArgumentException(
                    file + ": unknown key " + key + "; known are <name>." + new TreeSet<>(UserEntry.KEYS));
        }
        return key.substring(0, dot);
    }
}
