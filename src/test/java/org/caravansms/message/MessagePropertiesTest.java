package org.caravansms.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes, and the broker's filters, name properties by their text. */
class MessagePropertiesTest {

    private static final Pattern PROPERTY = Pattern.compile("\\bSms[A-Z]\\w+");

    static List<Path> files() throws IOException {
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            return Stream.concat(routes.filter(Files::isRegularFile).sorted(), Stream.of(Path.of("config/broker.xml")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void propertyInAFileShouldBeAConstant(Path file) throws IOException {
        Set<String> named = named(file);
        named.removeAll(constants());
        assertEquals(Set.of(), named);
    }

    @Test
    void filesShouldNameProperties() throws IOException {
        assertTrue(named(Path.of("config/broker.xml")).size() > 1);
    }

    private static Set<String> named(Path file) throws IOException {
        return PROPERTY.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> constants() {
        return Stream.of(MessageProperties.class.getFields())
                .map(MessagePropertiesTest::value)
                .collect(Collectors.toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
