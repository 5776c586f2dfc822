package org.caravansms.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlKeywordsTest {

    private static final Map<String, String> VALUES =
            Map.of("status", "sent", "statuscode", "0", "messagedata", "$status é & \\1");

    @ParameterizedTest
    @CsvSource({
        "http://a/?s=$status, http://a/?s=sent",
        "http://a/?s=$statuscode, http://a/?s=0",
        "http://a/?s=$statuscodes$statu, http://a/?s=0s$statu",
        "http://a/?t=$messagedata, http://a/?t=%24status+%C3%A9+%26+%5C1",
        "http://a/?s=$STATUS, http://a/?s=$STATUS",
        "http://a/, http://a/"
    })
    void keywordShouldBeReplacedByItsEncodedValue(String url, String replaced) {
        assertEquals(replaced, new UrlKeywords(VALUES.keySet(), 0).replace(url, VALUES::get));
    }

    @Test
    void keywordInAnyCaseShouldBeReplaced() {
        UrlKeywords keywords = new UrlKeywords(VALUES.keySet(), Pattern.CASE_INSENSITIVE);
        assertEquals("http://a/?0=sent", keywords.replace("http://a/?$StatusCode=$STATUS", VALUES::get));
    }
}
