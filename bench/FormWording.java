package bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The indexed form of action=sendmessage, with further parameters of the whole request. */
record FormWording(String further) implements Wording {
    @Override
    public String head() {
        return "POST /api HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    }

    @Override
    public String begin(int messages) {
        return "action=sendmessage&username=" + BenchGateway.USER + "&password=" + BenchGateway.PASSWORD
                + further + BenchReceiver.parameter() + "&messagecount=" + messages;
    }

    @Override
    public String message(int index, String id, Sms sms) {
        String named = id.isEmpty() ? "" : "&messageid" + index + "=" + id;
        return named + "&recipient" + index + "=" + encoded(sms.number()) + "&messagedata" + index + "="
                + encoded(sms.text());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String end() {
        return "";
    }
}
