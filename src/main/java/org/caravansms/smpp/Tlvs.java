package org.caravansms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.jsmpp.bean.OptionalParameter;

/**
 * Optional parameters as people write them, SMPP 3.4 section 5.3.2: the tag by its number, such as {@code 0x1400} or
 * 5120, or by its name in the standard; the value as octets in hexadecimal after {@code 0x}, or as text in UTF-8.
 */
public final class Tlvs {

    private static final Pattern HEX_TAG = Pattern.compile("0[xX][0-9a-fA-F]{1,4}");
    private static final Pattern DECIMAL_TAG = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int HIGHEST = 0xFFFF;

    /** The gateway sets these itself for long messages. */
    private static final Set<Integer> OURS =
            Set.of(Tag.SAR_MSG_REF_NUM, Tag.SAR_TOTAL_SEGMENTS, Tag.SAR_SEGMENT_SEQNUM, Tag.MESSAGE_PAYLOAD);

    private static final Set<Class<?>> NUMBERS =
            Set.of(OptionalParameter.Byte.class, OptionalParameter.Short.class, OptionalParameter.Int.class);

    private Tlvs() {}

    /**
     * @param given values by names, as they are written
     * @return octets by tag, in the order of the tags
     * @throws IllegalArgumentException naming the one that cannot be sent, and why, but not its value
     */
    public static Map<Integer, byte[]> read(Map<String, String> given) {
        Map<Integer, byte[]> tlvs = new TreeMap<>();
        given.forEach((name, value) -> {
            int tag = tag(name);
            require(tlvs.put(tag, octets(name, tag, value)) == null, name, "is there twice");
        });
        return tlvs;
    }

    /** @return whether it may go with a message: the gateway sets some itself */
    public static boolean isCarried(int tag) {
        return tag > 0 && !OURS.contains(tag);
    }

    /** @throws RejectedMessageException naming the one that cannot be sent */
    static Map<Integer, byte[]> of(MessageOptions options) {
        try {
            return options.tlvs().isEmpty() ? Map.of() : read(options.tlvs());
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(Fault.INVALID_PARAMETER, e.getMessage() + ".");
        }
    }

    /** @return both, and of those in both the second */
    static Map<Integer, byte[]> join(Map<Integer, byte[]> first, Map<Integer, byte[]> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        Map<Integer, byte[]> both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }

    private static int tag(String name) {
        int tag = HEX_TAG.matcher(name).matches() || DECIMAL_TAG.matcher(name).matches()
                ? Integer.decode(name)
                : standard(name);
        require(tag > 0 && tag <= HIGHEST, name, "is no optional parameter: its number is not 1 to 65535");
        require(!OURS.contains(tag), name, "cannot be set: the gateway says with it how a long message is cut");
        return tag;
    }

    private static int standard(String name) {
        try {
            return Short.toUnsignedInt(
                    OptionalParameter.Tag.valueOf(name.toUpperCase(Locale.ROOT)).code());
        } catch (IllegalArgumentException e) {
            require(false, printable(name), "is no optional parameter of SMPP 3.4, and no number such as 0x1400");
            throw e;
        }
    }

    private static byte[] octets(String name, int tag, String value) {
        boolean hex = value.startsWith("0x") || value.startsWith("0X");
        require(hex || !isNumber(tag), name, "is a number in the standard: its octets are written as 0x0001");
        byte[] octets = hex ? hex(name, value.substring(2)) : value.getBytes(StandardCharsets.UTF_8);
        require(octets.length <= HIGHEST, name, "is longer than 65535 octets");
        return octets;
    }

    private static byte[] hex(String name, String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            require(false, name, "begins with 0x and is not hexadecimal: two digits an octet");
            throw e;
        }
    }

    private static boolean isNumber(int tag) {
        return Arrays.stream(OptionalParameter.Tag.values())
                .filter(standard -> standard.code() == (short) tag)
                .anyMatch(standard -> NUMBERS.contains(standard.type().getSuperclass()));
    }

    /** An error repeats a name from a client only when it is short and plain. */
    private static String printable(String name) {
        return name.matches("[\\w.-]{1,40}") ? name : "<name>";
    }

    private static void require(boolean right, String name, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException("tlv." + name + " " + otherwise);
        }
    }
}
