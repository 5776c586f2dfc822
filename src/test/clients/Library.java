import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of the vendor's library for Java: times of LocalDateTime, one of them not set; tags as a string of JSON. */
public final class Library {

    private static final String TAGS = "[{\\\"name\\\":\\\"campaign\\\",\\\"value\\\":\\\"spring\\\"}]";

    private final String api;
    private final String login;

    private Library(String[] arguments) {
        api = arguments[0] + "/api?action=";
        login = Base64.getEncoder().encodeToString((arguments[1] + ":" + arguments[2]).getBytes());
    }

    public static void main(String[] arguments) throws Exception {
        Library library = new Library(arguments);
        String unset = LocalDateTime.MIN.toString();
        String one = library.send(message(UUID.randomUUID().toString(), "+36201234567", "java library: one", unset));
        require(one.contains("\"total_count\":1,\"success_count\":1,\"failed_count\":0,"), one);
        require(one.contains("\"tags\":[{\"name\":\"campaign\",\"value\":\"spring\"}]"), one);
        require(one.contains("\"time_to_send\":\"" + value("create_date", one) + "\""), one);

        String greatest = Instant.MAX.toString();
        library.send(message("java-2", "+36201234567", "java library: greatest", greatest));

        String order = message("java-order", "+36201111111", "java library: order", unset) + ","
                + message("java-order", "+36202222222", "java library: order", unset);
        String first = library.send(order);
        require(first.contains("\"to_address\":\"+36202222222\""), first);
        require(first.equals(library.send(order)), first);

        String none = library.send(message("java-3", "nobody", "java library: no", unset));
        require(none.contains("\"total_count\":1,") && none.contains("\"failed_count\":1,"), none);

        String inbox = library.call("receivemsg&folder=inbox", null);
        require(value("limit", inbox).matches("[0-9]+"), inbox);
    }

    private String send(String messages) throws IOException, InterruptedException {
        String reply = call("sendmsg", "{\"messages\":[" + messages + "]}");
        require(reply.startsWith("{\"http_code\":200,"), reply);
        return reply;
    }

    private String call(String action, String document) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + action))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json");
        return HttpClient.newHttpClient()
                .send(
                        (document == null ? request : request.POST(BodyPublishers.ofString(document))).build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String message(String id, String to, String text, String timeToSend) {
        LocalDateTime now = LocalDateTime.now();
        return "{\"message_id\":\"" + id + "\",\"from_connection\":null,\"from_address\":null,\"from_station\":null,"
                + "\"to_connection\":null,\"to_address\":\"" + to + "\",\"to_station\":null,\"text\":\"" + text
                + "\",\"create_date\":\"" + now + "\",\"valid_until\":\"" + now.plusDays(7) + "\",\"time_to_send\":\""
                + timeToSend + "\",\"submit_report_requested\":true,\"delivery_report_requested\":true,"
                + "\"view_report_requested\":true,\"tags\":\"" + TAGS + "\"}";
    }

    private static String value(String name, String reply) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(reply);
        require(found.find(), reply);
        return found.group(1);
    }

    private static void require(boolean right, String reply) {
        if (!right) {
            throw new AssertionError(reply);
        }
    }
}
