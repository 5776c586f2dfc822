package org.caravansms.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamedSettingsTest {

    private static final String WARNING =
            "Setting sms.http.workers is now sms.http.threads; the old name works until version 0.3";

    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();
    private final Properties table = new Properties();

    @TempDir
    Path folder;

    @BeforeEach
    void threeWereRenamed() {
        table.setProperty("sms.http.workers", "sms.http.threads 0.3");
        table.setProperty("sms.provider.*.sessions", "sms.provider.*.binds 0.3");
        table.setProperty("sms.webhook.*.topics", "sms.webhook.*.events 0.4");
    }

    @Test
    void oldNameShouldWorkWithAWarning() throws IOException {
        Settings settings = read("sms.http.workers=7");
        assertEquals(7, settings.typed().http().threads());
        assertEquals(List.of(WARNING), settings.warnings());
    }

    @Test
    void newNameShouldWorkWithoutAWarning() throws IOException {
        assertEquals(List.of(), read("sms.http.threads=7").warnings());
    }

    @Test
    void newNameShouldWinOverTheOldOneOfTheSameFile() throws IOException {
        Settings settings = read("sms.http.workers=7", "sms.http.threads=8");
        assertEquals(8, settings.typed().http().threads());
        assertEquals(List.of(WARNING), settings.warnings());
    }

    @Test
    void oldSystemPropertyShouldWinOverTheFile() throws IOException {
        system.setProperty("sms.http.workers", "9");
        assertEquals(9, read("sms.http.threads=8").typed().http().threads());
    }

    @Test
    void oldEnvironmentVariableShouldWinOverTheSystemProperty() throws IOException {
        system.setProperty("sms.http.threads", "9");
        environment.put("SMS_HTTP_WORKERS", "10");
        Settings settings = read();
        assertEquals(10, settings.typed().http().threads());
        assertEquals(List.of(WARNING), settings.warnings());
    }

    @Test
    void newEnvironmentVariableShouldWinOverTheOldOne() throws IOException {
        environment.put("SMS_HTTP_THREADS", "11");
        environment.put("SMS_HTTP_WORKERS", "10");
        assertEquals(11, read().typed().http().threads());
    }

    @Test
    void oldNameInAProvidersBlockShouldWork() throws IOException {
        Settings settings = read("sms.provider.main.sessions=2");
        assertEquals("2", settings.providerBlocks().get("main").text("binds"));
        assertEquals(
                List.of("Setting sms.provider.main.sessions is now sms.provider.main.binds;"
                        + " the old name works until version 0.3"),
                settings.warnings());
    }

    @Test
    void oldNameInAWebhooksBlockShouldWork() throws IOException {
        Settings settings = read("sms.webhook.crm.topics=inbound");
        assertEquals(Map.of("events", "inbound"), settings.webhookBlocks().get("crm"));
        assertEquals(1, settings.warnings().size());
    }

    @Test
    void wrongValueShouldBeNamedByTheNewName() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> read("sms.http.workers=many"));
        assertTrue(refusal.getMessage().startsWith("Setting sms.http.threads is \"many\""), refusal.getMessage());
    }

    @Test
    void shippedTableShouldLeadFromUnknownNamesToKnownOnes() throws IOException {
        Properties shipped = new Properties();
        try (InputStream in = RenamedSettings.class.getResourceAsStream("renamed.properties")) {
            shipped.load(in);
        }
        Map<String, String> known = SettingSources.shipped();
        shipped.stringPropertyNames().forEach(old -> {
            String now = shipped.getProperty(old).split(" ")[0];
            assertTrue(now.startsWith("sms.webhook.") || known.containsKey(now.replace("*", "sandbox")), now);
            assertFalse(known.containsKey(old.replace("*", "sandbox")), old);
            assertTrue(shipped.getProperty(old).matches("\\S+ [0-9]+\\.[0-9]+"), old);
        });
    }

    private Settings read(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("application.properties"), List.of(lines));
        Files.writeString(file, "\nsms.simulator.enabled=false\n", java.nio.file.StandardOpenOption.APPEND);
        return Settings.read(new SettingSources(file, environment::get, system, new RenamedSettings(table)));
    }
}
