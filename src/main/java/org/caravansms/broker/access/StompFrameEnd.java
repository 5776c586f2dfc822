package org.caravansms.broker.access;

/** Finds the end of each STOMP frame, octet by octet, as Artemis does. */
final class StompFrameEnd {

    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final String CONTENT_LENGTH = "content-length:";

    private final BodyRules bodies;
    private final StringBuilder line = new StringBuilder();
    private Place place = Place.BETWEEN;
    private int header;
    private int body;
    private int length;

    StompFrameEnd(BodyRules bodies) {
        this.bodies = bodies;
    }

    private enum Place {
        /** Line feeds between frames keep a connection alive. */
        BETWEEN,
        HEADER,
        BODY
    }

    /** @return what is wrong with the frame, or null */
    String fault(byte octet) {
        return switch (place) {
            case BETWEEN -> octet == '\n' ? null : begin(octet);
            case HEADER -> inHeader(octet);
            case BODY -> inBody(octet);
        };
    }

    private String begin(byte octet) {
        place = Place.HEADER;
        header = 0;
        body = 0;
        length = -1;
        line.setLength(0);
        return inHeader(octet);
    }

    private String inHeader(byte octet) {
        if (++header > MOST_HEADER_BYTES) {
            return "its headers have more than " + MOST_HEADER_BYTES + " octets";
        } else if (octet == '\r') {
            return "a line ends with a line feed only";
        } else if (octet != '\n') {
            line.append((char) (octet & 0xff));
            return null;
        }
        return endLine();
    }

    private String endLine() {
        String ended = line.toString();
        line.setLength(0);
        if (ended.isEmpty()) {
            place = Place.BODY;
            return null;
        }
        return ended.isBlank() ? "a line has spaces only" : readLength(ended);
    }

    private String readLength(String ended) {
        if (!ended.startsWith(CONTENT_LENGTH)) {
            return null;
        }
        String value = ended.substring(CONTENT_LENGTH.length());
        if (length >= 0 || !value.matches("[0-9]{1,9}")) {
            return "its content-length is no number, or is there twice";
        }
        length = Integer.parseInt(value);
        return length > bodies.mostBytes() ? bodies.tooLarge() : null;
    }

    private String inBody(byte octet) {
        boolean ends = length >= 0 ? body == length : octet == 0;
        if (ends && octet != 0) {
            return "there is no null octet at its end";
        }
        place = ends ? Place.BETWEEN : Place.BODY;
        return ++body > bodies.mostBytes() + 1 ? bodies.tooLarge() : null;
    }
}
