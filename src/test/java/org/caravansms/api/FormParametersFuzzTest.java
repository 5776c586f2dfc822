package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whatever a form says in whatever character set, it is decoded or refused. The first octet of an input chooses the
 * character set of those that Java knows; the rest is the form.
 */
class FormParametersFuzzTest {

    private static final List<String> CHARSETS =
            List.copyOf(Charset.availableCharsets().keySet());
    private static final int MOST = 1_000;

    @FuzzTest
    void everyFormShouldBeDecodedOrRefused(byte[] input) {
        if (input.length == 0) {
            return;
        }
        FormParameters form = new FormParameters(MOST, Map.of(), name -> true);
        try {
            form.read(Arrays.copyOfRange(input, 1, input.length));
            form.read(("_charset_=" + CHARSETS.get((input[0] & 0xFF) % CHARSETS.size()))
                    .getBytes(StandardCharsets.US_ASCII));
            Map<String, String> decoded = form.decoded();
            assertTrue(decoded.size() <= MOST);
        } catch (ApiException e) {
            assertTrue(e.getMessage().length() < 200);
        }
    }
}
