package org.caravansms.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path SHIPPED = Path.of("config/application.properties");

    /** The second of two that one sentence tells. */
    private static final Set<String> SHARES_A_SENTENCE = Set.of(
            "sms.queue.submit-dead",
            "sms.queue.outbound-dead",
            "sms.store.password",
            "sms.queue.callbacks-dead",
            "sms.callback.retry-max-millis",
            "sms.dispatch.retry-delay-millis",
            "sms.provider.sandbox.port",
            "sms.provider.sandbox.password",
            "sms.provider.sandbox.tls-trust-store-password",
            "sms.provider.sandbox.tls-key-store-password",
            "sms.provider.sandbox.reconnect-max-millis");

    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();

    @TempDir
    Path folder;

    @Test
    void shippedFileShouldBeRight() {
        Settings settings = Settings.read(SHIPPED, environment::get, system);
        assertEquals(Set.of("sandbox"), settings.providerBlocks().keySet());
        assertEquals("127.0.0.1", settings.typed().http().host());
    }

    @Test
    void settingThatTheFileLeavesOutShouldHaveItsDefault() throws IOException {
        Settings settings = read();
        assertEquals(9509, settings.typed().http().port());
        assertEquals("sms.outbound", settings.typed().queue().outbound());
        assertEquals(5, settings.typed().dispatch().attempts());
    }

    /** Only a provider's block is checked later, when a provider is made of it. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/operating/install.md", "docs/callbacks.md", "docs/broker.md"})
    void settingsOfThePagesShouldBeRight(String page) throws IOException {
        Matcher block =
                Pattern.compile("(?ms)^ *```properties\\n(.*?)^ *```$").matcher(Files.readString(Path.of(page)));
        assertTrue(block.find());
        read(block.group(1).strip().split("\\s*\\n\\s*"));
    }

    @Test
    void fileShouldWinOverTheDefault() throws IOException {
        assertEquals(8080, read("sms.http.port=8080").typed().http().port());
        assertFalse(read("sms.simulator.enabled = false ").typed().simulator().enabled());
    }

    @Test
    void systemPropertyShouldWinOverTheFile() throws IOException {
        system.setProperty("sms.http.port", "8081");
        assertEquals(8081, read("sms.http.port=8080").typed().http().port());
    }

    @Test
    void environmentShouldWinOverTheSystemProperty() throws IOException {
        system.setProperty("sms.http.port", "8081");
        environment.put("SMS_HTTP_PORT", "8082");
        assertEquals(8082, read("sms.http.port=8080").typed().http().port());
    }

    @Test
    void environmentShouldReachNamesWithDashesAndProviders() throws IOException {
        environment.put("SMS_HTTP_MAX_BODY_BYTES", "1000");
        environment.put("SMS_PROVIDER_MAIN_SYSTEM_ID", "me");
        Settings settings = read(provider("main"));
        assertEquals(1000, settings.typed().http().maxBodyBytes());
        assertEquals("me", main(settings, "system-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms.http.prot=1", "sms.x=1", "sms.provider.sandbox=1", "sms.provider.a-b.port=1"})
    void unknownSettingShouldBeNamed(String line) {
        assertRefused("Unknown setting " + line.substring(0, line.indexOf('=')) + ":", line);
    }

    @Test
    void unknownSystemPropertyShouldBeNamed() {
        system.setProperty("sms.http.prot", "1");
        assertRefused("Unknown setting sms.http.prot:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "abc", "", "99999999999", "0x50", "80 80"})
    void portThatIsNoneShouldBeNamed(String value) {
        assertRefused(
                "Setting sms.http.port is \"" + value + "\", not a number from 1 to 65535", "sms.http.port=" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "listen, 5672",
        "listen, localhost:0",
        "listen, ::1:5672",
        "protocols, AMQP MQTT",
        "protocols, ' , '",
        "max-message-kilobytes, 401"
    })
    void wrongSettingOfTheBrokerShouldBeNamed(String setting, String value) {
        assertRefused("Setting sms.broker." + setting + " is \"", "sms.broker." + setting + "=" + value);
    }

    @Test
    void brokerShouldListenWhereTheSettingSays() throws IOException {
        assertEquals(
                "[localhost:5672, [::1]:61616]",
                read("sms.broker.listen=localhost:5672, [::1]:61616")
                        .typed()
                        .broker()
                        .addresses()
                        .toString());
        assertTrue(read().typed().broker().addresses().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "65535"})
    void lowestAndHighestPortShouldBeTaken(String value) throws IOException {
        assertEquals(
                Integer.parseInt(value),
                read("sms.http.port=" + value).typed().http().port());
    }

    @ParameterizedTest
    @CsvSource({
        "sms.http.threads, 0, a number from 1 to 2147483646",
        "sms.http.threads, many, a number from 1 to 2147483646",
        "sms.http.threads, 2147483647, a number from 1 to 2147483646",
        "sms.dispatch.requeue-millis, -1, a number from 0 to 2147483646",
        "sms.api.max-parts, 256, a number from 1 to 255",
        "sms.simulator.enabled, yes, true or false",
        "sms.http.host, '', a text"
    })
    void valueOfAnotherFormShouldBeNamed(String key, String value, String form) {
        assertRefused("Setting " + key + " is \"" + value + "\", not " + form, key + "=" + value);
    }

    @Test
    void wrongValueOfAnEnvironmentVariableShouldBeNamedByItsSetting() {
        environment.put("SMS_HTTP_PORT", "abc");
        assertRefused("Setting sms.http.port is \"abc\"");
    }

    @Test
    void wrongBlockShouldNotStopTheOtherSettings() throws IOException {
        Settings settings = read("sms.provider.main.window=x", "sms.provider.main.windows=1", "sms.http.port=8080");
        assertEquals(8080, settings.typed().http().port());
        assertEquals("x", main(settings, "window"));
        assertEquals("", main(settings, "host"));
    }

    @Test
    void camelShouldNotBeGivenTheProviders() throws IOException {
        assertNull(read(provider("main")).asProperties().getProperty("sms.provider.main.password"));
    }

    @Test
    void providerShouldHaveTheSandboxsDefaultsForWhatItLeavesOut() throws IOException {
        Settings settings = read(provider("main"), "sms.provider.main.window=7");
        assertEquals("7", main(settings, "window"));
        assertEquals("1000", main(settings, "reconnect-millis"));
        assertEquals("10000", main(settings, "response-timeout-millis"));
        assertEquals("smsc.example", main(settings, "host"));
    }

    @Test
    void providersShouldBeThoseOfTheFileWithoutTheSandbox() throws IOException {
        assertEquals(
                Set.of("main", "second_1"),
                read(provider("main"), provider("second_1")).providerBlocks().keySet());
        assertEquals(Set.of(), read().providerBlocks().keySet());
    }

    @Test
    void environmentShouldGiveWhatAProvidersBlockLeavesOut() throws IOException {
        environment.put("SMS_PROVIDER_MAIN_PASSWORD", "from outside");
        environment.put("SMS_PROVIDER_MAIN_WINDOW", "5");
        Settings settings = read(provider("main").replaceAll("sms.provider.main.password=.*", ""));
        assertEquals("from outside", main(settings, "password"));
        assertEquals("5", main(settings, "window"));
    }

    @Test
    void simulatorWithoutItsProviderShouldBeRefused() {
        assertRefused("Setting sms.simulator.enabled is true", provider("main"), "sms.simulator.enabled=true");
    }

    @Test
    void camelsOwnSettingsShouldPassUnchecked() throws IOException {
        Settings settings = read("camel.main.anything=x");
        assertEquals("x", settings.asProperties().getProperty("camel.main.anything"));
    }

    @Test
    void unitOfTimeShouldMakeADuration() throws IOException {
        GatewaySettings settings = read("sms.dispatch.delay-hours=2", "sms.http.idle-timeout-millis=1500")
                .typed();
        assertEquals(Duration.ofHours(2), settings.dispatch().delay());
        assertEquals(Duration.ofMillis(1500), settings.http().idleTimeout());
    }

    @Test
    void timeZoneThatIsNoneShouldBeNamed() {
        assertRefused(
                "Setting sms.receipts.time-zone is \"Mars\", not a time zone such as Europe/Budapest",
                "sms.receipts.time-zone=Mars");
    }

    @Test
    void databaseWithoutADriverShouldBeNamedWithoutItsPassword() {
        assertRefused("Setting sms.store.url is not empty and begins with neither", "sms.store.url=jdbc:h2:file:./old");
    }

    @Test
    void originThatIsNoneShouldBeNamed() {
        assertRefused(
                "Setting sms.http.cors-origins: example.org is no origin",
                "sms.http.cors-origins=https://a, example.org");
    }

    @Test
    void fileThatIsNotThereShouldBeNamed() {
        Path missing = folder.resolve("missing.properties");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Settings.read(missing, environment::get, system));
        assertTrue(refusal.getMessage().contains(missing.toString()), refusal.getMessage());
    }

    @Test
    void everyShippedSettingShouldHaveASentenceAboveIt() throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED);
        for (int i = 0; i < lines.size(); i++) {
            String key = lines.get(i).replaceFirst("=.*", "");
            if (key.startsWith("sms.")) {
                String above = sentence(lines, i, key);
                assertTrue(above.matches("# .+[.].*"), key);
            }
        }
    }

    private static String sentence(List<String> lines, int at, String key) {
        if (key.startsWith("sms.provider.sandbox.ton-npi-")) {
            return lines.get(at - 1).startsWith("#") ? lines.get(at - 1) : sentence(lines, at - 1, key);
        }
        return lines.get(SHARES_A_SENTENCE.contains(key) ? at - 2 : at - 1);
    }

    private static String main(Settings settings, String setting) {
        return settings.providerBlocks().get("main").text(setting);
    }

    private static String provider(String name) {
        return """
                sms.provider.NAME.host=smsc.example
                sms.provider.NAME.port=2775
                sms.provider.NAME.system-id=id
                sms.provider.NAME.password=secret
                """.replace("NAME", name);
    }

    private Settings read(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("sms.simulator.enabled=false"));
        all.addAll(List.of(lines));
        Path file = Files.write(folder.resolve("application.properties"), all);
        return Settings.read(file, environment::get, system);
    }

    private void assertRefused(String beginning, String... lines) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> read(lines));
        assertTrue(refusal.getMessage().startsWith(beginning), refusal.getMessage());
    }
}
