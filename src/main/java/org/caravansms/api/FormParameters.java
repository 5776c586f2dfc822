package org.caravansms.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.caravansms.message.Fault;

/**
 * URL-encoded parameters, read before their character set is known: {@code _charset_} may be the last one. Until then each
 * octet is a character of ISO-8859-1, which loses nothing.
 */
final class FormParameters {

    private static final String CHARSET = Parameter.CHARSET.parameter();
    /** U+FEFF in UTF-8, as octets. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final Map<String, String> octets = new HashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();
    private final int most;
    private final Map<String, String> synonyms;
    private final Predicate<String> wanted;
    private int count;

    /**
     * @param synonyms other names of parameters, in lower case and without an index
     * @param wanted selects parameters by their lower-case names; the others take no memory
     */
    FormParameters(int most, Map<String, String> synonyms, Predicate<String> wanted) {
        this.most = most;
        this.synonyms = synonyms;
        this.wanted = wanted;
    }

    /** Adds the parameters of a form or a query; the first value of a parameter counts. */
    void read(byte[] form) {
        int end = endOf(form);
        for (int from = 0; from < end; ) {
            int to = find(form, '&', from, end);
            if (to > from) {
                add(form, from, find(form, '=', from, to), to);
            }
            from = to + 1;
        }
    }

    /** A file sent as a body often ends with a line break; a line break in a value is encoded. */
    private static int endOf(byte[] form) {
        int end = form.length > 0 && form[form.length - 1] == '\n' ? form.length - 1 : form.length;
        return end > 0 && form[end - 1] == '\r' ? end - 1 : end;
    }

    private static int find(byte[] form, char wanted, int from, int end) {
        int at = from;
        while (at < end && form[at] != wanted) {
            at++;
        }
        return at;
    }

    private void add(byte[] form, int from, int equals, int to) {
        if (++count > most) {
            throw new ApiException(Fault.REQUEST_TOO_LARGE, "The request has more than " + most + " parameters.");
        }
        String name = name(UrlEncoding.octets(form, from, equals));
        if (wanted.test(name) && !octets.containsKey(name)) {
            int value = Math.min(equals + 1, to);
            octets.put(
                    name,
                    MessageField.isNumber(stem(name))
                            ? UrlEncoding.octetsOfNumbers(form, value, to)
                            : UrlEncoding.octets(form, value, to));
        }
    }

    private String name(String given) {
        String known = given.startsWith(BYTE_ORDER_MARK) ? given.substring(BYTE_ORDER_MARK.length()) : given;
        String name = known.strip().toLowerCase(Locale.ROOT);
        if (synonyms.isEmpty()) {
            return name;
        }
        String stem = stem(name);
        return synonyms.getOrDefault(stem, stem) + name.substring(stem.length());
    }

    /** @return a parameter's name without the index of its message */
    static String stem(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return name.substring(0, end);
    }

    /**
     * @return the values that can be read
     * @throws ApiException when the character set is not known
     */
    Map<String, String> decoded() {
        Charset charset = charset(Trim.space(octets.getOrDefault(CHARSET, "")));
        octets.replaceAll((name, value) -> decoded(name, value, charset));
        octets.keySet().removeAll(unreadable.keySet());
        return octets;
    }

    /** @return by name the character set of those that are not in it, once the others are decoded */
    Map<String, String> unreadable() {
        return unreadable;
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ApiException(Fault.INVALID_PARAMETER, CHARSET + " names no character set that is known here.");
        }
    }

    private String decoded(String name, String value, Charset charset) {
        if (isAscii(value) && charset == StandardCharsets.UTF_8) {
            return value;
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            unreadable.put(name, charset.name());
            return "";
        }
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
