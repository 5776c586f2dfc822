package org.caravansms.api;

import java.nio.charset.StandardCharsets;

/**
 * An HTTP request as received, before any check; its headers do not become headers of the Camel message.
 *
 * @param method the method, such as {@code POST}
 * @param path the path, such as {@code /api}
 * @param query the raw query, empty when there is none
 * @param contentType the Content-Type, empty when there is none
 * @param body the octets of the body
 * @param client its sender
 * @param refusal why the body was not received, null when it was
 */
public record RawRequest(
        String method,
        String path,
        String query,
        String contentType,
        byte[] body,
        Client client,
        ApiException refusal) {

    /** @throws ApiException when the body was not received: it is too large, broken, or there is no room for it now */
    @Override
    public byte[] body() {
        if (refusal != null) {
            throw refusal;
        }
        return body;
    }

    /** @param mediaType a media type without parameters, such as {@code application/json} */
    boolean has(String mediaType) {
        int end = contentType.indexOf(';');
        String given = end < 0 ? contentType : contentType.substring(0, end);
        return given.strip().equalsIgnoreCase(mediaType);
    }

    byte[] queryOctets() {
        return query.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Without the query and the body: they have the password and the texts. */
    @Override
    public String toString() {
        return "RawRequest[" + body.length + " octets]";
    }
}
