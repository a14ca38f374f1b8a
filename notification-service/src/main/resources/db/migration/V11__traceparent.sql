-- W3C trace context in which an event was taken in: an attempt to deliver it, hours later perhaps, joins its trace.
ALTER TABLE feed ADD COLUMN traceparent text;
