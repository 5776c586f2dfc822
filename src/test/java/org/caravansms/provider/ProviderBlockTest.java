package org.caravansms.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.caravansms.config.SettingBlock;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.CommandStatusTable;
import org.caravansms.smpp.NationalLanguage;
import org.caravansms.smpp.Profile;
import org.caravansms.smpp.ReceiptRequest;
import org.caravansms.smsc.Provider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderBlockTest {

    private static final String OUTBOUND = "sms.outbound";
    private static final String DEAD = "sms.outbound.dead";

    @TempDir
    Path home;

    private final Map<String, String> block = new HashMap<>();

    @BeforeEach
    void theBlockThatShips() throws IOException {
        Properties shipped = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("config/application.properties"))) {
            shipped.load(in);
        }
        String prefix = "sms.provider.sandbox.";
        shipped.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> block.put(key.substring(prefix.length()), shipped.getProperty(key)));
    }

    @Test
    void blockThatShipsShouldBeWhatMostSmscsTake() {
        Provider provider = read();
        assertEquals(Profile.STANDARD, provider.profile());
        assertEquals(CommandStatusTable.standard(), provider.statuses());
        assertEquals(List.of(OUTBOUND, "sms.outbound.acme"), provider.queues());
        assertNull(provider.tls());
        assertEquals(provider, read());
    }

    @Test
    void otherValueShouldMakeAnotherProvider() {
        Provider before = read();
        block.put("alphabet", "latin1");
        assertEquals(Alphabet.LATIN1, read().profile().alphabet());
        assertNotEquals(before, read());
    }

    @Test
    void receiptsOfAProviderShouldBeItsOwnSmscsUnlessItNamesAnother() {
        assertEquals("acme", read().smsc());
        assertEquals(ReceiptRequest.FINAL, read().receipts());
        block.put("smsc", "acme-group");
        assertEquals("acme-group", read().smsc());
    }

    @Test
    void ruleForACommandStatusShouldGoBeforeTheStandardOne() {
        block.put("status.0x14", "fail");
        block.put("status.1025", "VENDOR_BUSY retry-once");
        CommandStatusTable statuses = read().statuses();
        assertEquals(new CommandStatusTable.Entry("ESME_RMSGQFUL", CommandStatusTable.Rule.FAIL), statuses.get(0x14));
        assertEquals("VENDOR_BUSY", statuses.get(0x401).name());
    }

    @Test
    void providerShouldNotDrainTheDeadByItsName() {
        ProviderBlock form = new ProviderBlock(home, OUTBOUND, Set.of(DEAD));
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> form.read(new SettingBlock("dead", block)));
        assertEquals(
                "Settings sms.provider.dead.* need another name: the queue sms.outbound.dead is not one to send from",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "port", "system-id", "password"})
    void missingSettingShouldBeNamed(String setting) {
        block.put(setting, "");
        assertRefused("Setting sms.provider.acme." + setting + " is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host|a b|a host's name or address",
                "port|65536|a number from 1 to 65535",
                "bind|both|one of transmitter, transceiver, receiver",
                "receipts|all|one of none, final, failure, intermediate",
                "receipts-per|both|one of part, message",
                "inbound-alphabet|ebcdic|one of auto, gsm7, latin1, utf8, ucs2",
                "binds|17|a number from 1 to 16",
                "window|1001|a number from 1 to 1000",
                "window|x|a number from 1 to 1000",
                "rate-per-second|-1|a number from 0 to 2147483646",
                "tls|yes|true or false",
                "tls-verify-host|no|true or false",
                "queues|sms.other|sms.outbound or queues that begin with sms.outbound. and have no other use",
                "queues|sms.outbound.dead|sms.outbound or queues that begin with sms.outbound. and have no other use",
                "alphabet|GSM7|one of gsm7, latin1",
                "long-messages|cut|one of udh, udh16, sar, payload",
                "transliterate|1|true or false",
                "ton-npi-international|1|a TON and an NPI from 0 to 255, such as 1/1",
                "ton-npi-local|1/256|a TON and an NPI from 0 to 255, such as 1/1",
                "ton-npi-short-code|a/b|a TON and an NPI from 0 to 255, such as 1/1",
                "ton-npi-alphanumeric|5-0|a TON and an NPI from 0 to 255, such as 1/1",
                "validity|until|one of absolute, relative, none",
                "service-type|sixsix|at most 5 ASCII characters",
                "data-coding|4|one of 0, 1, 3",
                "interface-version|3.5|one of 3.3, 3.4, 5.0",
                "ton-npi-address-range|7/0|of SMPP 3.4: TON 0 to 6; NPI 0, 1, 3, 4, 6, 8, 9, 10, 14 or 18",
                "ton-npi-local|0/2|of SMPP 3.4: TON 0 to 6; NPI 0, 1, 3, 4, 6, 8, 9, 10, 14 or 18",
                "national-tables|klingon|some of turkish, spanish, portuguese",
                "in-doubt|ask|one of resend, hold",
                "connect-timeout-millis|0|a number from 1 to 2147483646",
                "response-timeout-millis|x|a number from 1 to 2147483646",
                "enquire-link-millis|-1|a number from 1 to 2147483646",
                "reconnect-millis|1s|a number from 1 to 2147483646",
                "reconnect-max-millis|999|a number from 1000 to 2147483646",
                "login-retry-millis|99999999999|a number from 1 to 2147483646",
                "status.0x58|wait|\"<rule>\" or \"<name> <rule>\"",
            })
    void wrongValueShouldBeNamed(String setting, String value, String form) {
        block.put(setting, value);
        assertRefused("Setting sms.provider.acme." + setting + " is \"" + value + "\", not " + form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "0x", "4294967296", "-1"})
    void ruleForNoCommandStatusShouldBeNamed(String code) {
        block.put("status." + code, "fail");
        assertRefused("Setting sms.provider.acme.status." + code + " is for no command_status");
    }

    @Test
    void nationalTablesShouldBeListedForGsmOnly() {
        block.put("national-tables", "turkish, urdu");
        assertEquals(
                List.of(NationalLanguage.TURKISH, NationalLanguage.URDU),
                read().profile().nationalTables());
        block.put("alphabet", "latin1");
        assertRefused(
                "Setting sms.provider.acme.national-tables is \"turkish, urdu\", not empty, which it must be where");
    }

    @Test
    void optionalParameterThatCannotBeSentShouldBeNamed() {
        block.put("tlv.0x1400", "1101");
        assertEquals(Map.of("0x1400", "1101"), read().profile().tlvs());
        block.put("tlv.0x0424", "x");
        assertRefused("Setting sms.provider.acme.tlv.0x0424 cannot be set: the gateway says with it");
    }

    @Test
    void characterThatEndsAFieldOfTheBindShouldBeNamed() {
        block.put("password", "secret\0");
        assertRefused("Setting sms.provider.acme.password has the character U+0000");
    }

    @Test
    void unknownSettingShouldBeNamed() {
        block.put("windows", "1");
        assertRefused("Unknown setting sms.provider.acme.windows:");
    }

    @Test
    void storeThatCannotBeReadShouldBeNamedWithoutItsPassword() throws IOException {
        Files.writeString(home.resolve("keys.p12"), "no key store");
        block.putAll(Map.of("tls", "true", "tls-key-store", "keys.p12", "tls-key-store-password", "hidden"));
        assertRefused("Setting sms.provider.acme.tls-key-store: " + home.resolve("keys.p12") + " cannot be used (");
    }

    @Test
    void ownQueueWithAnotherUseShouldBeRefused() {
        ProviderBlock form = new ProviderBlock(home, OUTBOUND, Set.of(DEAD));
        assertThrows(IllegalArgumentException.class, () -> form.read(new SettingBlock("dead", block)));
    }

    private Provider read() {
        return new ProviderBlock(home, OUTBOUND, Set.of(DEAD)).read(new SettingBlock("acme", block));
    }

    private void assertRefused(String beginning) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, this::read);
        assertTrue(refusal.getMessage().startsWith(beginning), refusal.getMessage());
    }
}
