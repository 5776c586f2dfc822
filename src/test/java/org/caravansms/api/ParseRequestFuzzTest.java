package org.caravansms.api;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.caravansms.api.answer.WrittenAnswer;
import org.caravansms.api.login.RequestCredentials;

/**
 * Whatever a form says, its steps refuse it or answer it. An input is the query, a line break, the Authorization header,
 * a line break, and the body.
 */
class ParseRequestFuzzTest {

    private final ParseRequest parse = new ParseRequest(100_000, 1_000);
    private final ReadPresentation presentation = new ReadPresentation("example.org");
    private final SplitMessages split = new SplitMessages(20);
    private final RefuseRequest refuse = new RefuseRequest();
    private final CheckedRequests drafts = new CheckedRequests();
    private final WrittenAnswer written = new WrittenAnswer();

    @FuzzTest
    void everyFormShouldBeRefusedOrAnswered(byte[] input) throws Exception {
        try {
            serve(parse.parse(request(input)));
        } catch (ApiException e) {
            written.require(new Refusal(e.fault(), e.getMessage()), Presentation.USUAL);
        }
    }

    private void serve(ApiRequest request) throws Exception {
        presentation.format(request);
        Presentation asked = presentation.read(request);
        RequestCredentials.of(request);
        Submission submission = drafts.check(split.split(request));
        written.require(refuse.orReports(submission), asked);
    }

    private static RawRequest request(byte[] input) {
        List<byte[]> parts = parts(input);
        return new RawRequest(
                "POST",
                "/api",
                new String(parts.get(0), StandardCharsets.ISO_8859_1),
                "application/x-www-form-urlencoded",
                parts.get(2),
                new Client("127.0.0.1", false, new String(parts.get(1), StandardCharsets.ISO_8859_1)),
                null);
    }

    private static List<byte[]> parts(byte[] input) {
        int first = end(input, 0);
        int second = end(input, Math.min(first + 1, input.length));
        return List.of(
                Arrays.copyOf(input, first),
                Arrays.copyOfRange(input, Math.min(first + 1, second), second),
                Arrays.copyOfRange(input, Math.min(second + 1, input.length), input.length));
    }

    private static int end(byte[] input, int from) {
        int end = from;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        return end;
    }
}
