package org.caravansms.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravansms.config.SettingBlock;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.NationalLanguage;
import org.caravansms.smpp.Profile;
import org.caravansms.smpp.Profile.LongMessages;
import org.caravansms.smpp.Profile.ReceiptScope;
import org.caravansms.smpp.ReceiptRequest;
import org.caravansms.smpp.Tlvs;
import org.caravansms.smpp.ValidityFormat;
import org.caravansms.smsc.Login;
import org.caravansms.smsc.Login.BindMode;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.Timers;

/**
 * Reads a block {@code sms.provider.<name>.*} into a {@link Provider}. A wrong value is an
 * {@link IllegalArgumentException} that names the key, the value and the values allowed.
 *
 * @param home the installation, which paths are relative to
 * @param outbound the queue of accepted messages
 * @param reserved the queues that no provider may drain, such as that of dead letters
 */
public record ProviderBlock(Path home, String outbound, Set<String> reserved) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_BINDS = 16;
    private static final int WIDEST_WINDOW = 1000;
    private static final int MOST_DOUBTS = 100;
    private static final int LONGEST_SERVICE_TYPE = 5;
    private static final String TLV = "tlv.";

    public ProviderBlock {
        reserved = Set.copyOf(reserved);
    }

    /**
     * @param block its settings, with the defaults of what it leaves out
     * @throws IllegalArgumentException naming the key that is unknown, missing or wrong
     */
    public Provider read(SettingBlock block) {
        String name = block.name();
        requireQueueOfItsOwn(name);
        Provider provider = new Provider(
                name,
                login(block),
                new BlockTls(home, block).read(),
                timers(block),
                block.number("binds", 1, MOST_BINDS),
                block.number("window", 1, WIDEST_WINDOW),
                block.number("rate-per-second", 0, SettingBlock.HIGHEST),
                new BlockQueues(outbound, reserved).read(name, block),
                profile(block),
                doubtAttempts(block),
                BlockStatuses.read(block),
                block.choice("receipts", ReceiptRequest.class),
                inboundAlphabet(block),
                block.text("smsc").isEmpty() ? name : block.text("smsc"));
        block.requireNothingElse();
        return provider;
    }

    private void requireQueueOfItsOwn(String name) {
        if (reserved.contains(outbound + "." + name)) {
            throw new IllegalArgumentException("Settings sms.provider." + name + ".* need another name: the queue "
                    + outbound + "." + name + " is not one to send from");
        }
    }

    private static Login login(SettingBlock block) {
        block.require(block.mandatory("host").matches("\\S+"), "host", "a host's name or address");
        return new Login(
                block.text("host"),
                block.number("port", 1, HIGHEST_PORT),
                cString(block, "system-id", block.mandatory("system-id")),
                cString(block, "password", block.mandatory("password")),
                cString(block, "system-type", block.text("system-type")),
                block.choice("bind", BindMode.class),
                (byte) Integer.parseInt(
                        block.choice("interface-version", List.of("3.3", "3.4", "5.0"))
                                .replace(".", ""),
                        16),
                cString(block, "address-range", block.text("address-range")),
                BlockTonNpi.read(block, "ton-npi-address-range"));
    }

    /** A C-octet string, SMPP 3.4 section 3.1, of any length: LoginLengths warns of one that is too long. */
    private static String cString(SettingBlock block, String setting, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Setting " + block.key(setting) + " has the character U+0000");
        }
        return text;
    }

    private static Timers timers(SettingBlock block) {
        int reconnect = block.number("reconnect-millis", 1, SettingBlock.HIGHEST);
        block.number("reconnect-max-millis", reconnect, SettingBlock.HIGHEST);
        return new Timers(
                block.millis("connect-timeout-millis"),
                block.millis("response-timeout-millis"),
                block.millis("enquire-link-millis"),
                block.millis("reconnect-millis"),
                block.millis("reconnect-max-millis"),
                block.millis("login-retry-millis"));
    }

    /** Under {@code latin1} octets above 0x7F may be UTF-8 or Latin-1, as with ASCII. */
    private static Alphabet inboundAlphabet(SettingBlock block) {
        String name = block.choice("inbound-alphabet", List.of("auto", "gsm7", "latin1", "utf8", "ucs2"));
        if (name.equals("auto")) {
            return block.text("alphabet").equals("latin1") ? Alphabet.ASCII : Alphabet.GSM7;
        }
        return alphabet(name);
    }

    private static Alphabet alphabet(String name) {
        return Alphabet.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static int doubtAttempts(SettingBlock block) {
        int attempts = block.number("doubt-attempts", 1, MOST_DOUBTS);
        return block.choice("in-doubt", List.of("resend", "hold")).equals("hold") ? 1 : attempts;
    }

    private static Profile profile(SettingBlock block) {
        return new Profile(
                alphabet(block.choice("alphabet", List.of("gsm7", "latin1"))),
                block.choice("long-messages", LongMessages.class),
                block.isOn("transliterate"),
                BlockTonNpi.read(block, "ton-npi-international"),
                BlockTonNpi.read(block, "ton-npi-local"),
                BlockTonNpi.read(block, "ton-npi-short-code"),
                BlockTonNpi.read(block, "ton-npi-alphanumeric"),
                block.choice("validity", ValidityFormat.class),
                serviceType(block),
                (byte) Integer.parseInt(block.choice("data-coding", List.of("0", "1", "3"))),
                block.choice("receipts-per", ReceiptScope.class),
                nationalTables(block),
                tlvs(block));
    }

    /** An SMSC that reads data_coding 0 as Latin-1 encodes the text itself, without national tables. */
    private static List<NationalLanguage> nationalTables(SettingBlock block) {
        List<NationalLanguage> tables = block.choices("national-tables", NationalLanguage.class);
        boolean right = tables.isEmpty() || block.text("alphabet").equals("gsm7");
        block.require(right, "national-tables", "empty, which it must be where alphabet is not gsm7");
        return tables;
    }

    private static Map<String, String> tlvs(SettingBlock block) {
        Map<String, String> tlvs = block.beginningWith(TLV).stream()
                .collect(Collectors.toMap(setting -> setting.substring(TLV.length()), block::text));
        try {
            Tlvs.read(tlvs);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Setting " + block.key(e.getMessage()), e);
        }
        return tlvs;
    }

    /** SMPP 3.4 section 5.2.11. */
    private static String serviceType(SettingBlock block) {
        String type = block.text("service-type");
        boolean right = type.length() <= LONGEST_SERVICE_TYPE && type.matches("[ -~]*");
        block.require(right, "service-type", "at most " + LONGEST_SERVICE_TYPE + " ASCII characters");
        return type;
    }
}
