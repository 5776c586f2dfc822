package org.caravansms.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.caravansms.api.ApiRequest;
import org.caravansms.api.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCredentialsTest {

    private static final RequestCredentials NONE = new RequestCredentials("", "");

    @Test
    void parametersShouldGoBeforeTheHeader() {
        assertEquals(
                new RequestCredentials("anna", "secret"),
                of(Map.of("username", "anna", "password", "secret"), basic("bela:other")));
        assertEquals(new RequestCredentials("", ""), of(Map.of("username", ""), basic("bela:other")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC   "})
    void headerShouldBeTakenInAnyCase(String scheme) {
        assertEquals(new RequestCredentials("bela", "o:ther"), of(Map.of(), scheme + base64("bela:o:ther")));
    }

    @Test
    void headerShouldBeUtf8() {
        // RFC 7617 section 2.1
        assertEquals(new RequestCredentials("test", "123\u00a3"), of(Map.of(), "Basic dGVzdDoxMjPCow=="));
        assertEquals(NONE, of(Map.of(), "Basic dGVzdDoxMjOj"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic", "Basic ", "Basic !!", "Basic YW5uYQ==", "Bearer YTpi", "YTpi", "Basic YTpi YTpi"})
    void brokenHeaderShouldBeNobodysLogin(String header) {
        assertEquals(NONE, of(Map.of(), header));
    }

    @Test
    void passwordShouldNotBeShown() {
        assertFalse(new RequestCredentials("anna", "secret").toString().contains("secret"));
    }

    private static RequestCredentials of(Map<String, String> parameters, String header) {
        return RequestCredentials.of(
                new ApiRequest(parameters, Map.of(), new byte[0], new Client("192.0.2.1", false, header)));
    }

    private static String basic(String pair) {
        return "Basic " + base64(pair);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
