package org.caravansms.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A file of the send page.
 *
 * @param contentType its Content-Type
 * @param octets its octets; not copied
 */
record PageFile(String contentType, byte[] octets) {

    /** @param name its name among the resources {@code org/caravansms/page} */
    static PageFile read(String name, String contentType) {
        try (InputStream file = PageFile.class.getResourceAsStream("/org/caravansms/page/" + name)) {
            return new PageFile(contentType, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
