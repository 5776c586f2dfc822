package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;
import org.junit.jupiter.api.Test;

/** The log as it ships. */
class LogConfigurationTest {

    @Test
    void whatAClientSentShouldNotBecomeALineOfTheLog() throws Exception {
        assertEquals(Level.ERROR, shippedLevel("org.eclipse.jetty.http.HttpParser"));
    }

    @Test
    void refusalsAndOutagesShouldBeSaidByOursOnly() throws Exception {
        assertEquals(Level.OFF, shippedLevel("org.jsmpp.session.SMPPSession"));
        assertEquals(Level.INFO, shippedLevel("org.caravansms.smsc.SmppLink"));
    }

    @Test
    void logStepsOfATeamsRoutesShouldBeSeenUnderWhateverName() throws Exception {
        for (String logger :
                List.of("tell-billing", "billing", "com.acme.orders", "org.acme.orders", "io.acme.orders")) {
            assertEquals(Level.INFO, shippedLevel(logger), logger);
        }
        assertEquals(Level.WARN, shippedLevel("org.apache.camel.impl.engine.AbstractCamelContext"));
        assertEquals(Level.WARN, shippedLevel("org.apache.activemq.artemis.core.server"));
    }

    @Test
    void lineShouldBeAJsonObjectWithTheFieldsThatAreKnown() throws Exception {
        String plain = line("json", log -> log.info("a \"b\" \\ \n\u0007 ű {}", "c"));
        JsonNode object = new ObjectMapper().readTree(plain);
        assertEquals("a \"b\" \\ \n\u0007 ű c", object.get("message").textValue());
        assertEquals("org.caravansms.smsc.SmppLink", object.get("logger").textValue());
        assertEquals("INFO", object.get("level").textValue());
        assertEquals(Thread.currentThread().getName(), object.get("thread").textValue());
        assertTrue(Instant.parse(object.get("timestamp").textValue())
                .isAfter(Instant.now().minusSeconds(600)));
        assertEquals(5, object.size(), plain);
        JsonNode failed = new ObjectMapper().readTree(line("json", LogConfigurationTest::failed));
        assertTrue(failed.get("exception").textValue().startsWith("java.lang.IllegalStateException: \"x\"\n\tat "));
        assertEquals(
                List.of("m-1", "anna", "acme", "2"),
                Stream.of("messageId", "user", "provider", "bind")
                        .map(field -> failed.get(field).textValue())
                        .toList());
    }

    @Test
    void lineOfTextShouldHaveTheFieldsBehindIt() throws Exception {
        String failed = line("text", LogConfigurationTest::failed);
        assertTrue(
                failed.matches(
                        "(?s)[0-9:.]{12} ERROR SmppLink {17}it failed messageId=m-1 user=anna provider=acme bind=2\n"
                                + "java.lang.IllegalStateException: \"x\"\n\tat .*"),
                failed);
        assertTrue(line("text", log -> log.warn("it waits")).endsWith(" it waits\n"));
    }

    private static void failed(Logger log) {
        Map<String, String> fields = Map.of("messageId", "m-1", "user", "anna", "provider", "acme", "bind", "2");
        try (var open = CloseableThreadContext.putAll(fields)) {
            log.error("it failed", new IllegalStateException("\"x\""));
        }
    }

    /** What the configuration that ships makes of a line, in a file for the console. */
    private static String line(String format, Consumer<Logger> logged) throws Exception {
        Path file = Files.createTempFile("line", ".log");
        System.setProperty("caravan.log.format", format);
        String toFile = Files.readString(Path.of("config/log4j2.properties"))
                .replace("type=Console", "type=File\nappender.console.fileName=" + file);
        try (LoggerContext context = new LoggerContext("line")) {
            context.start(new PropertiesConfigurationFactory()
                    .getConfiguration(context, new ConfigurationSource(new ByteArrayInputStream(toFile.getBytes()))));
            logged.accept(context.getLogger("org.caravansms.smsc.SmppLink"));
            return Files.readString(file);
        } finally {
            System.clearProperty("caravan.log.format");
            Files.delete(file);
        }
    }

    private static Level shippedLevel(String logger) throws Exception {
        try (LoggerContext context = new LoggerContext("shipped")) {
            Configuration shipped = ConfigurationFactory.getInstance()
                    .getConfiguration(
                            context,
                            ConfigurationSource.fromUri(
                                    Path.of("config/log4j2.properties").toUri()));
            shipped.initialize();
            return shipped.getLoggerConfig(logger).getLevel();
        }
    }
}
