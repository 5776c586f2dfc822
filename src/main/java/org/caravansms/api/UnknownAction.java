package org.caravansms.api;

import org.caravansms.message.Fault;

/** Refuses a request that asks for something the gateway does not do. */
public final class UnknownAction {

    public void refuse(ApiRequest request) {
        throw new ApiException(Fault.UNKNOWN_ACTION, "Unknown action. sendmessage is known.");
    }
}
