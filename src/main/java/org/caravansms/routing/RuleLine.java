package org.caravansms.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One line of a file of rules: one or two words, then conditions {@code name=value,value}. */
final class RuleLine {

    private final String place;
    private final String[] words;
    private final Map<String, String> conditions = new HashMap<>();

    private RuleLine(String place, String[] words) {
        this.place = place;
        this.words = words;
    }

    /** @throws IllegalArgumentException naming the file, when it cannot be read */
    static List<String> allOf(String kind, Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("The " + kind + " rules " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * @param comment the regular expression of a comment, which may be the whole line
     * @return the rule of each line that has one
     * @throws IllegalArgumentException naming the file, the line and the word that is wrong
     */
    static <R> List<R> read(String file, List<String> lines, String comment, Function<RuleLine, R> rule) {
        List<R> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst(comment, "").strip();
            if (!line.isEmpty()) {
                rules.add(rule.apply(new RuleLine(file + ", line " + (i + 1), line.split("\\s+"))));
            }
        }
        return List.copyOf(rules);
    }

    /** @return a word by its index, null behind the last one */
    String word(int index) {
        return index < words.length ? words[index] : null;
    }

    /** Reads the conditions, from that word on. */
    void readConditions(int from, Set<String> names) {
        for (int i = from; i < words.length; i++) {
            String name = words[i].split("=", 2)[0];
            boolean known = name.length() < words[i].length() && names.contains(name);
            require(known, words[i], "is none of " + new TreeSet<>(names) + " with = and a value");
            String before = conditions.put(name, words[i].substring(name.length() + 1));
            require(before == null, words[i], "is there twice");
        }
    }

    /** @return null when the line has no such condition */
    String value(String name) {
        return conditions.get(name);
    }

    /** @return nothing when the line has no such condition */
    List<String> values(String name) {
        String given = value(name);
        List<String> values = given == null ? List.of() : List.of(given.split(",", -1));
        require(!values.contains(""), name + "=" + given, "lists an empty value");
        return values;
    }

    /** @throws IllegalArgumentException naming the line and the word, when it is not right */
    void require(boolean right, String word, String what) {
        if (!right) {
            throw new IllegalArgumentException(place + ": " + word + " " + what);
        }
    }
}
