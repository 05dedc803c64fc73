CREATE TRIGGER copy AFTER INSERT OR UPDATE ON app.videos FOR EACH ROW EXECUTE FUNCTION public.copy_video();
CREATE TRIGGER copy AFTER INSERT OR UPDATE ON app.scenes FOR EACH ROW EXECUTE FUNCTION public.copy_scene();
UPDATE app.videos SET id = id;
UPDATE app.scenes SET id = id;
