package org.caravansms.users;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravansms.api.Users;

/**
 * The command line.
 *
 * @param command what to do
 * @param name the user, empty where there is none to name
 * @param values what {@code add} says of the user, by the key in the file
 */
record Arguments(String command, String name, Map<String, String> values) {

    static final String USAGE = """
            caravan user add NAME     asks for a password twice, or reads it as a line that is piped in
                --originator X           the sender of messages that name none
                --originators A,B*       the senders that messages may name; * ends a beginning
                --messages-per-second N  how many messages a second
                --burst N                how many of them at once
                --loopback-only          from this machine only
            caravan user passwd NAME  gives the user another password
            caravan user off NAME     keeps the user from logging in
            caravan user on NAME      lets the user log in again
            caravan user remove NAME  forgets the user
            caravan user list         who may send""";

    private static final Set<String> WITH_NAME = Set.of("add", "passwd", "on", "off", "remove");
    private static final Set<String> WITHOUT_NAME = Set.of("list", "help");
    private static final Set<String> VALUES = Set.of("originator", "originators", "messages-per-second", "burst");

    /** @throws IllegalArgumentException saying what is wrong */
    static Arguments parse(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.startsWith("--")) {
                String key = word.substring(2);
                values.put(key, value(key, rest));
            } else {
                words.add(word);
            }
        }
        return of(words, values);
    }

    private static String value(String key, Iterator<String> rest) {
        if (key.equals("loopback-only")) {
            return "true";
        }
        require(VALUES.contains(key), "Unknown option --" + key);
        require(rest.hasNext(), "Option --" + key + " needs a value");
        String value = rest.next();
        require(
                !value.isBlank() && value.chars().noneMatch(Character::isISOControl),
                "--" + key + " has no usable value");
        return value;
    }

    private static Arguments of(List<String> words, Map<String, String> values) {
        String command = words.isEmpty() ? "help" : words.get(0);
        boolean named = WITH_NAME.contains(command);
        require(named || WITHOUT_NAME.contains(command), "Unknown command: user " + command);
        require(!named || words.size() > 1, "caravan user " + command + " needs the user's name");
        require(
                words.size() == (named ? 2 : 1) || words.isEmpty(),
                "caravan user " + command + " takes nothing more;" + " a password is never given as an argument");
        require(values.isEmpty() || command.equals("add"), "caravan user " + command + " has no options");
        require(
                !named || Users.isName(words.get(1)),
                "A user's name may have letters, digits and . _ - @, and nothing else");
        return new Arguments(command, named ? words.get(1) : "", values);
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException(fault);
        }
    }
}
