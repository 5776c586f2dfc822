package org.caravansms.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Percent-encodes the octets above 0x7F of a request line, which some clients send as they are. Jetty would decode them as
 * UTF-8, whatever character set the request names, and replace malformed ones.
 */
final class EncodeQuery extends HttpConnectionFactory {

    EncodeQuery(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new Encoding(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }

    private static final class Encoding extends HttpConnection {

        // set before the parser is made, by the constructor above
        private RequestHandler handler;

        Encoding(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        protected RequestHandler newRequestHandler() {
            handler = super.newRequestHandler();
            return handler;
        }

        @Override
        protected HttpParser newHttpParser(HttpCompliance compliance) {
            HttpParser parser = new Parser(handler, getHttpConfiguration().getRequestHeaderSize(), compliance);
            parser.setHeaderCacheSize(getHttpConfiguration().getHeaderCacheSize());
            parser.setHeaderCacheCaseSensitive(getHttpConfiguration().isHeaderCacheCaseSensitive());
            return parser;
        }
    }

    private static final class Parser extends HttpParser {

        private static final HexFormat HEX = HexFormat.of().withUpperCase();

        Parser(RequestHandler handler, int maxHeaderBytes, HttpCompliance compliance) {
            super(handler, maxHeaderBytes, compliance);
        }

        @Override
        public boolean parseNext(ByteBuffer buffer) {
            int end = getState().ordinal() < State.HEADER.ordinal() ? endOfRaw(buffer) : buffer.position();
            if (end == buffer.position()) {
                return super.parseNext(buffer);
            }
            ByteBuffer line = encoded(buffer.slice(buffer.position(), end - buffer.position()));
            buffer.position(end);
            return super.parseNext(line) || super.parseNext(buffer);
        }

        /** @return the position after the last octet above 0x7F of the request line */
        private int endOfRaw(ByteBuffer buffer) {
            int end = buffer.position();
            for (int i = beginOfLine(buffer); i < buffer.limit() && buffer.get(i) != '\n'; i++) {
                end = buffer.get(i) < 0 ? i + 1 : end;
            }
            return end;
        }

        /** Empty lines before the request line are skipped (RFC 9112 section 2.2). */
        private int beginOfLine(ByteBuffer buffer) {
            int begin = buffer.position();
            while (isState(State.START)
                    && begin < buffer.limit()
                    && (buffer.get(begin) == '\r' || buffer.get(begin) == '\n')) {
                begin++;
            }
            return begin;
        }

        private static ByteBuffer encoded(ByteBuffer raw) {
            StringBuilder encoded = new StringBuilder(raw.remaining() * 3);
            while (raw.hasRemaining()) {
                int octet = raw.get() & 0xFF;
                encoded.append(octet < 0x80 ? Character.toString(octet) : "%" + HEX.toHexDigits((byte) octet));
            }
            return StandardCharsets.US_ASCII.encode(encoded.toString());
        }
    }
}
