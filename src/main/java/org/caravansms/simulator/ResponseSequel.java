package org.caravansms.simulator;

/** The work after a response: after a submit_sm_resp its receipts, after a bind response the deliveries. */
interface ResponseSequel {
    /** Nothing. */
    ResponseSequel NONE = new ResponseSequel() {};

    /** The request is in the journals, the response did not leave yet. */
    default void beforeResponse() {}

    /** The response was given to the socket. */
    default void responseLeft() {}

    /** The response was sent or never will be; may be called more than once. */
    default void responseOver() {}
}
