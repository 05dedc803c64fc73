-- Run as the owner of the platform's tables.
CREATE TRIGGER copy AFTER INSERT OR UPDATE ON app.clips FOR EACH ROW EXECUTE FUNCTION public.copy_clip();
CREATE TRIGGER copy AFTER INSERT OR UPDATE ON app.moments FOR EACH ROW EXECUTE FUNCTION public.copy_moment();
CREATE TRIGGER drop_copy AFTER DELETE ON app.moments
    FOR EACH ROW EXECUTE FUNCTION public.drop_copy('public.scenes', 'scene');
CREATE TRIGGER drop_copy AFTER DELETE ON app.clips
    FOR EACH ROW EXECUTE FUNCTION public.drop_copy('public.videos', 'video');
CREATE TRIGGER drop_copy AFTER DELETE ON app.accounts
    FOR EACH ROW EXECUTE FUNCTION public.drop_copy('auth.users', 'user');

-- What is there already.
UPDATE app.clips SET id = id;
UPDATE app.moments SET id = id;
