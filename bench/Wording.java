package bench;

/** How an API writes a request. */
interface Wording {
    /** The request line and the headers of its own. */
    String head();

    String begin(int messages);

    /** The message at the index; an empty id is left out. */
    String message(int index, String id, Sms sms);

    String end();
}
