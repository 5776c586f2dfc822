package org.caravansms.operator;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The words of a command as one line: form-urlencoded, as a word may have blanks, and separated by blanks. */
final class CommandWords {

    private CommandWords() {}

    static String line(List<String> words) {
        return words.stream()
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    /** @throws IllegalArgumentException when it is no such line */
    static List<String> of(String line) {
        return Arrays.stream(line.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * Reads words as the arguments that an object annotated for picocli has.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    static <T> T read(List<String> words, T arguments) {
        try {
            // a word never names a file to read
            new CommandLine(arguments).setExpandAtFiles(false).parseArgs(words.toArray(String[]::new));
            return arguments;
        } catch (ParameterException e) {
            // without its cause, which Camel would show instead
            throw new IllegalArgumentException(UsageFault.of(e));
        }
    }
}
