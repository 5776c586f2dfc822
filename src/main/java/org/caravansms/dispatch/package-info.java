/** From a queued message to its outcome: rate limit, messages in flight, parts, retries. */
package org.caravansms.dispatch;
