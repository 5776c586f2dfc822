package org.caravansms.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A request that the gateway accepts, before it is framed: a mutation of its body can then be sent as whole a body as
 * the good one was.
 */
record GoodRequest(String head, byte[] body, Framing framing) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LOGIN = "action=sendmessage&username=admin&password=abc123&";
    private static final String BASIC =
            "Authorization: Basic " + Base64.getEncoder().encodeToString("admin:abc123".getBytes()) + "\r\n";

    enum Framing {
        NONE,
        LENGTH,
        CHUNKED,
        GZIP
    }

    /** @param mark what each text contains, by which the SMSC's are known */
    static List<GoodRequest> with(String mark) {
        String one = "recipient=111222&messagedata=" + mark + "+%C3%A9%E2%82%AC";
        String two = "messagecount=2&recipient0=%2B36201&messagedata0=" + mark
                + "&recipient1=06203105366&messagetype1=SMS:FLASH&messagedata1=" + mark + "+second";
        return List.of(
                form(one, Framing.LENGTH),
                form(two, Framing.LENGTH),
                form(two + "&originator=Acme&serviceprovider=sandbox&extended=1", Framing.CHUNKED),
                form(two, Framing.GZIP),
                form("responseformat=html&continueurl=http://x.example/&" + one, Framing.LENGTH),
                form("responseformat=json&" + two, Framing.LENGTH),
                form("responseformat=urlencoded&" + two, Framing.CHUNKED),
                form("messageid=" + mark + "&" + one, Framing.LENGTH),
                form("_charset_=ISO-8859-2&recipient=111222,111333&messagedata=" + mark + "+%F5", Framing.LENGTH),
                get(one),
                get("responseformat=json&" + two),
                json("[" + message(mark + " \\u00e9\\ud83d\\ude00") + "," + message(mark) + "]", Framing.LENGTH),
                json("[" + message(mark) + "]", Framing.GZIP));
    }

    GoodRequest withBody(byte[] other) {
        return new GoodRequest(head, other, framing);
    }

    byte[] octets() {
        byte[] sent = framing == Framing.GZIP ? gzip() : body;
        return switch (framing) {
            case NONE -> joined(head + "\r\n", sent, "");
            case LENGTH, GZIP -> joined(head + "Content-Length: " + sent.length + "\r\n\r\n", sent, "");
            case CHUNKED ->
                joined(
                        head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(sent.length) + "\r\n",
                        sent,
                        "\r\n0\r\n\r\n");
        };
    }

    private static GoodRequest form(String parameters, Framing framing) {
        return post("/api", FORM, "", LOGIN + parameters, framing);
    }

    private static GoodRequest get(String parameters) {
        String head = "GET /api?" + LOGIN + parameters + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        return new GoodRequest(head, new byte[0], Framing.NONE);
    }

    private static GoodRequest json(String messages, Framing framing) {
        return post("/api?action=sendmsg", "application/json", BASIC, "{\"messages\":" + messages + "}", framing);
    }

    private static String message(String text) {
        return "{\"from_address\":\"Acme\",\"to_address\":\"+36201234567\",\"text\":\"" + text
                + "\",\"tags\":[{\"name\":\"a\",\"value\":\"b\"}]}";
    }

    private static GoodRequest post(String path, String type, String headers, String body, Framing framing) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type + "\r\n"
                + headers + (framing == Framing.GZIP ? "Content-Encoding: gzip\r\n" : "");
        return new GoodRequest(head, body.getBytes(StandardCharsets.UTF_8), framing);
    }

    private byte[] gzip() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(octets)) {
            out.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return octets.toByteArray();
    }

    private static byte[] joined(String before, byte[] body, String after) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(before.getBytes(StandardCharsets.ISO_8859_1));
        octets.writeBytes(body);
        octets.writeBytes(after.getBytes(StandardCharsets.ISO_8859_1));
        return octets.toByteArray();
    }
}
