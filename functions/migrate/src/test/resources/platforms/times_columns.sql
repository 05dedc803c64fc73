ALTER TABLE scenes RENAME start_s TO starts_at;
ALTER TABLE scenes RENAME end_s TO ends_at;
ALTER TABLE scenes
    ADD start_s numeric GENERATED ALWAYS AS (
        split_part(start_label, ':', 1)::numeric * 3600 + split_part(start_label, ':', 2)::numeric * 60
        + split_part(start_label, ':', 3)::numeric) STORED,
    ADD end_s numeric GENERATED ALWAYS AS (extract(epoch FROM ends_at)) STORED;
