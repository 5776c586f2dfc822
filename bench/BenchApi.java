package bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The API of a request, and the text that its answer has once for each accepted message and nowhere else. */
enum BenchApi {
    /** Names neither element nor index, so it fits both forms of the report. */
    FORM(new FormWording(""), ">0</statuscode"),
    JSON(new FormWording("&responseformat=json"), "\"statuscode\":0"),
    SENDMSG(new SendmsgWording(), "\"status\":\"SUCCESS\"");

    final Wording wording;
    private final String accepted;

    BenchApi(Wording wording, String accepted) {
        this.wording = wording;
        this.accepted = accepted;
    }

    static BenchApi named(String name) {
        for (BenchApi api : values()) {
            if (api.toString().equals(name)) {
                return api;
            }
        }
        throw new IllegalArgumentException("--api is form, sendmsg or json, not " + name);
    }

    /** An echoed text cannot hold it: there its quotes or brackets are escaped. */
    byte[] accepted() {
        return accepted.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
