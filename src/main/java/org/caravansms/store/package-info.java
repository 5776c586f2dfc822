/** The message store, a projection of the events: records, receipts, idempotency keys, retention. */
package org.caravansms.store;
