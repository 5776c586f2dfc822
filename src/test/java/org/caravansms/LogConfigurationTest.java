package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
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
