package org.caravansms.simulator;

/** What comes of a response: of that to a submit_sm its receipts, of that to a bind the session's deliveries. */
interface ResponseSequel {
    /** Nothing. */
    ResponseSequel NONE = new ResponseSequel() {};

    /** The request is in the journals, the response did not leave yet. */
    default void beforeResponse() {}

    /** The response was given to the socket. */
    default void responseLeft() {}

    /** The response left or never will; may be told more than once. */
    default void responseOver() {}
}
