/** The records of messages: a projection of their events into a database, and the queries on it. */
package org.caravansms.store;
