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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One line of a file of rules: one or two words, then conditions {@code name=value,value}. A # at the beginning of a
 * word starts a comment.
 */
final class RuleLine {

    /** How the words of a file are written. */
    enum Syntax {
        /** A # inside a word is a part of it, as in a URL. */
        PLAIN,
        /** A # starts a comment inside a word, too; blanks, commas and # between quotation marks are a part of it. */
        QUOTED
    }

    private final int number;
    private final List<RuleWord> words;
    private final List<RuleFault> faults;
    private final Map<String, RuleWord> conditions = new HashMap<>();

    private RuleLine(int number, List<RuleWord> words, List<RuleFault> faults) {
        this.number = number;
        this.words = words;
        this.faults = faults;
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
     * @return the rule of each line that has one
     * @throws IllegalArgumentException with a line for each fault, which names the file, its place and the word
     */
    static <R> List<R> read(String file, List<String> lines, Syntax syntax, Function<RuleLine, R> rule) {
        List<RuleFault> faults = new ArrayList<>();
        List<R> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RuleLine line = new RuleLine(i + 1, RuleWord.allOf(lines.get(i), syntax == Syntax.QUOTED), faults);
            if (!line.words.isEmpty()) {
                rules.add(line.attempt(() -> rule.apply(line), null));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    faults.stream().sorted().map(fault -> fault.in(file)).collect(Collectors.joining("\n")));
        }
        return List.copyOf(rules);
    }

    /** @return the number of the line, from 1 on */
    int number() {
        return number;
    }

    /** @return a word by its index, null behind the last one */
    RuleWord word(int index) {
        return index < words.size() ? words.get(index) : null;
    }

    /** Reads the conditions, from that word on. */
    void readConditions(int from, Set<String> names) {
        for (RuleWord word : words.subList(Math.min(from, words.size()), words.size())) {
            attempt(() -> add(word, names), null);
        }
    }

    private RuleWord add(RuleWord word, Set<String> names) {
        String name = word.name();
        require(names.contains(name), word, "is none of " + new TreeSet<>(names) + " with = and a value");
        RuleWord before = conditions.putIfAbsent(name, word);
        require(before == null, word, "is there twice");
        return word;
    }

    /** @return a value, or another one where it has a fault, which is reported with those of the other lines */
    <T> T attempt(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (RuleFault fault) {
            faults.add(fault);
            return otherwise;
        }
    }

    /** @return null when the line has no such condition */
    RuleWord condition(String name) {
        return conditions.get(name);
    }

    /** @return the values, nothing when the line has no such condition */
    List<RuleWord> values(String name) {
        RuleWord given = condition(name);
        List<RuleWord> values = given == null ? List.of() : given.values();
        for (RuleWord value : values) {
            require(!value.text().isEmpty(), given, "lists an empty value");
        }
        return values;
    }

    /** @throws RuleFault naming the place and the word, when it is not right */
    void require(boolean right, RuleWord word, String what) {
        if (!right) {
            throw new RuleFault(number, word.column(), word.shown() + " " + what);
        }
    }
}
