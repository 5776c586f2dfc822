package bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The JSON API, action=sendmsg. Numbers and texts hold no character that JSON escapes. */
record SendmsgWording() implements Wording {
    @Override
    public String head() {
        byte[] login = (BenchGateway.USER + ":" + BenchGateway.PASSWORD).getBytes(StandardCharsets.US_ASCII);
        return "POST /api?action=sendmsg HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(login) + "\r\n";
    }

    @Override
    public String begin(int messages) {
        return "{\"messages\":[";
    }

    @Override
    public String message(int index, String id, Sms sms) {
        String named = id.isEmpty() ? "" : "\"message_id\":\"" + id + "\",";
        return (index == 0 ? "" : ",") + "{" + named + "\"to_address\":\"" + sms.number() + "\",\"text\":\""
                + sms.text() + "\"}";
    }

    @Override
    public String end() {
        return "]}";
    }
}
