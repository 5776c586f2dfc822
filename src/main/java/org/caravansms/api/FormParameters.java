package org.caravansms.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.eclipse.jetty.util.UrlEncoded;

/**
 * URL-encoded parameters, read before their character set is known: {@code _charset_} may stand behind what it decodes.
 * Until then each octet is a character of ISO-8859-1, which loses nothing and is all that most values need.
 */
final class FormParameters {

    private static final String CHARSET = Parameter.CHARSET.parameter();

    private final Map<String, String> octets = new HashMap<>();
    private final int most;
    private final Predicate<String> wanted;
    private int count;

    /** @param most how many parameters there may be */
    FormParameters(int most) {
        this(most, name -> true);
    }

    /** @param wanted tells by their lower-case names which are kept; the others cost no memory */
    FormParameters(int most, Predicate<String> wanted) {
        this.most = most;
        this.wanted = wanted;
    }

    /** Adds the parameters of a form or a query; those that are there already stay. */
    void read(byte[] form) {
        if (form.length > 0) {
            try {
                UrlEncoded.decodeTo(new ByteArrayInputStream(form), this::add, StandardCharsets.ISO_8859_1, -1, -1);
            } catch (IOException | IllegalArgumentException | IllegalStateException e) {
                throw new ApiException(Fault.INVALID_REQUEST, "The parameters are not URL-encoded.");
            }
        }
    }

    private void add(String name, String value) {
        if (++count > most) {
            throw new ApiException(Fault.REQUEST_TOO_LARGE, "The request has more than " + most + " parameters.");
        }
        String known = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.test(known)) {
            octets.putIfAbsent(known, value);
        }
    }

    /** @throws ApiException when a value is not in the character set, or nobody knows that set */
    Map<String, String> decoded() {
        Charset charset = charset(octets.getOrDefault(CHARSET, ""));
        octets.replaceAll((name, value) -> decoded(name, value, charset));
        return octets;
    }

    private static Charset charset(String name) {
        try {
            return name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ApiException(Fault.INVALID_PARAMETER, CHARSET + " names no character set that is known here.");
        }
    }

    private static String decoded(String name, String value, Charset charset) {
        if (isAscii(value) && charset == StandardCharsets.UTF_8) {
            return value;
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ApiException(
                    Fault.INVALID_REQUEST, printable(name) + " is not in the encoding " + charset.name() + ".");
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

    /** A name comes from the client: an error may repeat it, but not all of it whatever it is. */
    private static String printable(String name) {
        return name.length() <= 40 && name.matches("[\\w.]+") ? name : "A parameter";
    }
}
